import type { LegEvent } from '../media/media-pool.ts'
import { readSdp, writeAnswer } from '../sip/sdp.ts'
import { type AnsweringAct, answeredActs } from './answered-acts.ts'
import type { CallEnd, CallToTake } from './call-to-take.ts'
import { type CalleePhone, createCalleePhone } from './callee-phone.ts'
import { noCommonCodec, noPortFree } from './refusals.ts'

/** A caller from whom nothing has come for so long is gone without a BYE. */
const VANISHED_MS = 15_000

/** Answers, acts, hangs up; the ledger gets what was pressed and heard. Rejects when the call ends before the act does. */
export const pickUp = async (
  { invite, callee, pen, sounds, media, localHost, now, speed }: CallToTake,
  act: AnsweringAct,
  { over, refuse, leave }: CallEnd,
): Promise<void> => {
  let phone: CalleePhone | null = null
  let vanished: NodeJS.Timeout | undefined

  const hear = (event: LegEvent): void => {
    if (event.is === 'lost') leave()
    if (event.is === 'rtp_silent') vanished = setTimeout(leave, Math.max(0, VANISHED_MS - event.forMs))
    if (event.is === 'rtp_resumed' || event.is === 'key') clearTimeout(vanished)
    phone?.heard(event)
  }

  const leg = await media.open({ record: null, onEvent: hear })
  if ('refused' in leg) return refuse(noPortFree)
  try {
    over.throwIfAborted()
    const remote = readSdp(invite.offer)
    const sdp = writeAnswer(invite.offer, { host: localHost, port: leg.localPort, sessionId: leg.localPort })
    if (remote.is === 'refused' || typeof sdp !== 'string') return refuse(noCommonCodec)

    leg.connect(remote)
    phone = createCalleePhone(leg, over, key => pen.note({ pressed: pen.entry().pressed + key }))
    pen.note({ answeredAt: now(), code: 200 })
    invite.answer(sdp).catch(leave)
    await answeredActs[act]({ phone, callee, sounds, paced: ms => ms / speed })
    leave()
  } finally {
    clearTimeout(vanished)
    pen.note({ heardMs: (await leg.close()).heardMs })
  }
}
