import { randomUUID } from 'node:crypto'
import type { E164, Instant } from '../../domain/ids.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'
import type { CallOutcome, DialogFacts, SendingFacts } from '../../engine/ports/dialer.ts'
import type { MediaPool } from '../../telephony/media/media-pool.ts'
import { writeOffer } from '../../telephony/sip/sdp.ts'
import type { SipLine } from '../../telephony/sip/sip-line.ts'
import type { Speech } from '../../voice/agent-call.ts'
import { openCallLeg } from '../call-leg.ts'
import { placeCall } from '../place-call.ts'
import type { TrunkTestStep } from '../test-trunk.ts'
import { writeNumber } from '../write-number.ts'
import { endedBy } from './ended-by.ts'
import { judgeTestCall } from './judge-test-call.ts'
import { type TestCallLanguage, testCallFlow } from './test-call-flow.ts'
import { watchInvite } from './watch-invite.ts'

export type TestCallStage = 'calling' | 'ringing' | 'answered'

/** Where a test call is kept while it goes on, so that a later process can end it at the peer. */
export interface TestCallRecord {
  /** Awaited before the INVITE leaves. */
  sending(facts: SendingFacts): Promise<void>
  /** Awaited before the ACK leaves. */
  answered(dialog: DialogFacts): Promise<void>
}

export interface TestCallWish {
  readonly id: string
  readonly to: E164
  /** `null`: the user of the trunk is shown. */
  readonly callerId: E164 | null
  readonly language: TestCallLanguage
  /** Ends the call; its reason is a `TestCallEnd`. */
  readonly signal: AbortSignal
  readonly tell: (stage: TestCallStage) => void
  readonly record: TestCallRecord
}

export interface TestCallParts {
  readonly media: MediaPool
  readonly speech: Speech
  readonly now: () => Instant
}

const RING_SECONDS = 30

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One real call over an open line, to somebody who was told of it: it belongs to no campaign and is no record of calls. Rejects where its record cannot be kept. */
export async function placeTestCall(
  { media, speech, now }: TestCallParts,
  line: SipLine,
  { numberFormat, user }: TrunkSettings,
  { to, callerId, language, signal, tell, record }: TestCallWish,
): Promise<readonly TrunkTestStep[]> {
  const failed = (text: string): readonly TrunkTestStep[] => [{ layer: 'call', ok: false, text }]
  const called = writeNumber(to, numberFormat)
  const from = callerId === null ? user : writeNumber(callerId, numberFormat)
  if (called === null || !from) return failed('One of the two numbers cannot be written for this trunk.')
  const flow = testCallFlow(language)
  const unspoken = await speech.prepare(flow).then(() => null, wordsOf)
  if (unspoken !== null) return failed(`The sentence cannot be spoken: ${unspoken}`)
  const audio = await openCallLeg({ media, recording: null })
  if ('refused' in audio) return failed(audio.refused)
  const rtpPort = audio.leg.localPort
  const { invite, seen } = watchInvite(
    line.prepareInvite({
      sipCallId: randomUUID(),
      to: called,
      from,
      ringSeconds: RING_SECONDS,
      offer: writeOffer({ host: line.localHost, port: rtpPort, sessionId: rtpPort }),
    }),
  )
  const call = placeCall({
    order: { flow, variables: {} },
    invite,
    audio,
    speech,
    now,
    freed: () => {},
  })
  await record.sending(invite.facts).catch(error => {
    call.discard()
    throw error
  })
  const hangUp = () => call.hangUp('supervisor')
  signal.addEventListener('abort', hangUp, { once: true })
  if (signal.aborted) hangUp()
  else tell('calling')
  const ended = Promise.withResolvers<CallOutcome>()
  let kept = Promise.resolve()
  call.send({
    ringing: () => tell('ringing'),
    answered: async (_, dialog) => {
      kept = record.answered(dialog)
      await kept
      tell('answered')
    },
    happened: () => {},
    ended: ended.resolve,
  })
  const outcome = await ended.promise
  signal.removeEventListener('abort', hangUp)
  await kept
  return judgeTestCall({ ...seen(), outcome, ender: endedBy(signal), ringSeconds: RING_SECONDS, rtpPort })
}
