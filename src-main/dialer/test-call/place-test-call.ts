import { randomUUID } from 'node:crypto'
import type { E164, Instant } from '../../domain/ids.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'
import type { CallOutcome } from '../../engine/ports/dialer.ts'
import type { MediaPool } from '../../telephony/media/media-pool.ts'
import { writeOffer } from '../../telephony/sip/sdp.ts'
import type { SipLine } from '../../telephony/sip/sip-line.ts'
import type { Speech } from '../../voice/agent-call.ts'
import { openCallLeg } from '../call-leg.ts'
import { placeCall } from '../place-call.ts'
import type { TrunkTestStep } from '../test-trunk.ts'
import { writeNumber } from '../write-number.ts'
import { judgeTestCall } from './judge-test-call.ts'
import { testCallFlow } from './test-call-flow.ts'
import { watchInvite } from './watch-invite.ts'

export type TestCallStage = 'calling' | 'ringing' | 'answered'

export interface TestCallWish {
  readonly to: E164
  /** `null`: the user of the trunk is shown. */
  readonly callerId: E164 | null
  /** Ends the call. */
  readonly signal: AbortSignal
  readonly tell: (stage: TestCallStage) => void
}

export interface TestCallParts {
  readonly media: MediaPool
  readonly speech: Speech
  readonly now: () => Instant
}

const RING_SECONDS = 30

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One real call over an open line, to somebody who was told of it: it belongs to no campaign and is no record of calls. */
export async function placeTestCall(
  { media, speech, now }: TestCallParts,
  line: SipLine,
  { numberFormat, user }: TrunkSettings,
  { to, callerId, signal, tell }: TestCallWish,
): Promise<readonly TrunkTestStep[]> {
  const failed = (text: string): readonly TrunkTestStep[] => [{ layer: 'call', ok: false, text }]
  const called = writeNumber(to, numberFormat)
  const from = callerId === null ? user : writeNumber(callerId, numberFormat)
  if (called === null || !from) return failed('One of the two numbers cannot be written for this trunk.')
  const unspoken = await speech.prepare(testCallFlow).then(() => null, wordsOf)
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
    order: { flow: testCallFlow, variables: {} },
    invite,
    audio,
    speech,
    now,
    freed: () => {},
  })
  const hangUp = () => call.hangUp('supervisor')
  signal.addEventListener('abort', hangUp, { once: true })
  if (signal.aborted) hangUp()
  else tell('calling')
  const ended = Promise.withResolvers<CallOutcome>()
  call.send({
    ringing: () => tell('ringing'),
    answered: async () => tell('answered'),
    happened: () => {},
    ended: ended.resolve,
  })
  const outcome = await ended.promise
  signal.removeEventListener('abort', hangUp)
  return judgeTestCall({ ...seen(), outcome, ringSeconds: RING_SECONDS, rtpPort })
}
