import type { LegEvent, MediaLeg, MediaPool } from '../../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../../src-main/telephony/practice/carrier.ts'
import { createSipLine } from '../../../src-main/telephony/sip/create-sip-line.ts'
import { readSdp, writeOffer } from '../../../src-main/telephony/sip/sdp.ts'
import type { InviteEnd, SipLine } from '../../../src-main/telephony/sip/sip-line.ts'

/** A caller without an agent: what it says and when it hangs up is up to the test. */
export interface PlainCall {
  readonly leg: MediaLeg
  readonly events: readonly LegEvent[]
  /** Status codes in their order. */
  readonly codes: readonly number[]
  readonly answered: Promise<void>
  readonly ended: Promise<InviteEnd>
  hangUp(): void
}

export const openCaller = (
  carrier: Carrier,
  credentials?: { readonly user: string; readonly password: string },
): Promise<SipLine> =>
  createSipLine({
    localHost: '127.0.0.1',
    localPort: 0,
    peer: { host: '127.0.0.1', port: carrier.port },
    ...(credentials === undefined ? {} : { credentials }),
    t1Ms: 100,
    userAgent: 'caller',
  })

export const callCarrier = async (
  line: SipLine,
  media: MediaPool,
  to: string,
  ringSeconds = 10,
): Promise<PlainCall> => {
  const events: LegEvent[] = []
  const codes: number[] = []
  const answered = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<InviteEnd>()
  const leg = await media.open({ record: null, onEvent: event => events.push(event) })
  if ('refused' in leg) throw new Error(leg.refused)
  const invite = line.prepareInvite({
    sipCallId: `${to}-${Math.random().toString(36).slice(2)}`,
    to,
    from: '+493099999999',
    ringSeconds,
    offer: writeOffer({ host: '127.0.0.1', port: leg.localPort, sessionId: 1 }),
  })
  invite.send({
    provisional: (_at, code) => codes.push(code),
    answered: async (_at, _dialog, sdp) => {
      const remote = readSdp(sdp)
      if (remote.is === 'refused') throw new Error(remote.message)
      leg.connect(remote)
      answered.resolve()
    },
    info: () => {},
    ended: end => ended.resolve(end),
  })
  return {
    leg,
    events,
    codes,
    answered: answered.promise,
    ended: ended.promise,
    hangUp: () => invite.hangUp(),
  }
}
