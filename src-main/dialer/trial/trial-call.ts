import { randomUUID } from 'node:crypto'
import type { Flow, Key } from '../../domain/flow.ts'
import { knownAtStart } from '../../domain/flow-run.ts'
import type { Instant } from '../../domain/ids.ts'
import { firstSentences } from '../../domain/sentences-after.ts'
import type { TrialEvent } from '../../domain/trial-call.ts'
import type { CallOutcome } from '../../engine/ports/dialer.ts'
import type { MediaPool } from '../../telephony/media/media-pool.ts'
import type { StereoFrame } from '../../telephony/media/stereo-frame.ts'
import { createSipLine } from '../../telephony/sip/create-sip-line.ts'
import { writeOffer } from '../../telephony/sip/sdp.ts'
import type { Speech } from '../../voice/agent-call.ts'
import { openCallLeg } from '../call-leg.ts'
import { placeCall } from '../place-call.ts'
import { type DeskPhone, openDeskPhone } from './desk-phone.ts'

/**
 * An agent that is tried by whoever sits at the desk: a call like any other, over SIP and RTP, but to a telephone of this
 * program. No trunk carries it, and nobody but its listener learns of it: it is no call of any campaign.
 */
export interface TrialCall {
  press(key: Key): void
  /** 8 kHz mono. */
  speak(samples: Int16Array): void
  /** What the agent's voice sounds like at the other end, left; what was sent from there, right. */
  listen(hear: (frame: StereoFrame) => void): () => void
  /** Harmless when it is over. */
  hangUp(): void
  /** Everything that it held is free. */
  readonly over: Promise<void>
}

export interface TrialParts {
  readonly media: MediaPool
  readonly speech: Speech
  readonly now: () => Instant
}

export interface TrialWish {
  readonly flow: Flow
  readonly variables: Readonly<Record<string, string>>
  /** Told `ended` once, always. */
  readonly tell: (event: TrialEvent) => void
}

const host = '127.0.0.1'
/** The telephone answers at once. */
const answersWithinSeconds = 10

export function startTrialCall(parts: TrialParts, wish: TrialWish): TrialCall {
  const givenUp = new AbortController()
  const ears = new Set<(frame: StereoFrame) => void>()
  let phone: DeskPhone | null = null
  const over = conduct(parts, wish, {
    signal: givenUp.signal,
    opened: opened => {
      phone = opened
      phone.listen(frame => {
        for (const hear of ears) hear(frame)
      })
    },
  }).catch((error: unknown) => wish.tell(troubled(error instanceof Error ? error.message : String(error))))
  return {
    press: key => phone?.press(key),
    speak: samples => phone?.speak(samples),
    listen: hear => {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    hangUp: () => givenUp.abort(),
    over,
  }
}

interface Conduct {
  /** Somebody at the desk hangs up. */
  readonly signal: AbortSignal
  readonly opened: (phone: DeskPhone) => void
}

async function conduct(parts: TrialParts, { flow, variables, tell }: TrialWish, { signal, opened }: Conduct) {
  const byPerson: TrialEvent = { is: 'ended', by: 'person', trouble: null }
  await prepare(parts.speech, firstSentences(flow, knownAtStart(flow, variables)), tell, signal)
  if (signal.aborted) return tell(byPerson)
  const sipCallId = randomUUID()
  const phone = await openDeskPhone({ ...parts, sipCallId })
  if ('refused' in phone) return tell(troubled(phone.refused))
  const line = await createSipLine({
    localHost: host,
    localPort: 0,
    peer: { host, port: phone.port },
    userAgent: 'Trunkline',
    now: parts.now,
  })
  try {
    const audio = await openCallLeg({ media: parts.media, recording: null })
    if ('refused' in audio) return tell(troubled(audio.refused))
    const offer = writeOffer({ host, port: audio.leg.localPort, sessionId: audio.leg.localPort })
    const call = placeCall({
      order: { flow, variables },
      invite: line.prepareInvite({
        sipCallId,
        to: 'desk',
        from: 'agent',
        ringSeconds: answersWithinSeconds,
        offer,
      }),
      audio,
      speech: parts.speech,
      now: parts.now,
      saying: (step, text) => tell({ is: 'saying', step, text }),
      freed: () => {},
    })
    opened(phone)
    const ended = Promise.withResolvers<CallOutcome>()
    const hangUp = () => phone.hangUp() || call.hangUp('supervisor')
    signal.addEventListener('abort', hangUp, { once: true })
    call.send({
      ringing: () => {},
      answered: async () => tell({ is: 'answered' }),
      happened: event => tell({ is: 'happened', event }),
      ended: ended.resolve,
    })
    if (signal.aborted) hangUp()
    const outcome = await ended.promise
    tell(signal.aborted ? byPerson : endOf(outcome))
  } finally {
    await line.close()
    await phone.close()
  }
}

/** So that the agent greets at once; what follows is got ready while it does. */
async function prepare(
  speech: Speech,
  sentences: readonly string[],
  tell: TrialWish['tell'],
  signal: AbortSignal,
) {
  for (const [done, sentence] of sentences.entries()) {
    if (signal.aborted) return
    tell({ is: 'preparing', done, total: sentences.length })
    await speech.speak(sentence)
  }
}

const troubled = (trouble: string): TrialEvent => ({ is: 'ended', by: null, trouble })

const endOf = ({ hungUpBy, sipReason }: CallOutcome): TrialEvent =>
  hungUpBy === 'agent' ? { is: 'ended', by: 'agent', trouble: null } : troubled(sipReason)
