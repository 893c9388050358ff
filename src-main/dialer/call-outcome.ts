import type { Instant } from '../domain/ids.ts'
import { resultOf } from '../domain/result-of.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import { bareOutcome } from '../engine/ports/bare-outcome.ts'
import type { CallOutcome, MediaStats } from '../engine/ports/dialer.ts'
import type { InviteEnd } from '../telephony/sip/sip-line.ts'
import { conversationResult } from './conversation-result.ts'

/** What went wrong on our side of an answered call. */
export type CallFault =
  | { readonly is: 'no_audio'; readonly reason: string }
  | { readonly is: 'not_saved'; readonly reason: string }

/** Who asked for the end on our side; `program`: it is closing. */
export type OurEnd = 'agent' | 'supervisor' | 'network' | 'program'

export interface CallFacts {
  readonly end: InviteEnd
  readonly answered: boolean
  readonly fault: CallFault | null
  readonly ourEnd: OurEnd | null
  readonly earlyMedia: boolean
  readonly conversation: readonly ConversationEvent[]
  readonly media: MediaStats | null
  readonly recording: string | null
}

export const outcomeOf = (facts: CallFacts): CallOutcome => {
  const { end, fault, earlyMedia, conversation, media, recording } = facts
  return {
    at: end.at,
    ...judge(facts),
    sipCode: end.code,
    sipReason: fault?.reason ?? end.reason,
    q850: end.q850,
    hungUpBy: hungUpBy(facts),
    earlyMedia,
    conversation,
    media,
    trace: end.trace,
    recording,
  }
}

/** The call was given up between its record and its INVITE. */
export const neverSent = (at: Instant, ourEnd: OurEnd): CallOutcome => ({
  ...bareOutcome,
  at,
  result: 'failed',
  failure: 'other',
  sipReason: 'Given up before the INVITE was sent',
  mayHaveRung: false,
  hungUpBy: byWhom[ourEnd],
})

const judge = ({
  end,
  answered,
  fault,
  ourEnd,
  conversation,
  media,
}: CallFacts): Pick<CallOutcome, 'result' | 'failure' | 'mayHaveRung' | 'silent'> => {
  if (ourEnd === 'program' || end.by === 'network') return { result: 'interrupted', mayHaveRung: true }
  if (fault === null && !answered) return resultOf(end)
  const talked = conversationResult(conversation, media?.heardMs ?? 0)
  if (fault === null || talked === 'answered') return { result: talked, mayHaveRung: true }
  const failure = fault.is === 'no_audio' ? 'media' : 'other'
  return { result: 'failed', failure, mayHaveRung: answered || end.rang }
}

/** A call that nobody picked up was not hung up by anybody, unless we gave up on it. */
const hungUpBy = ({ end, answered, ourEnd }: CallFacts): CallOutcome['hungUpBy'] => {
  if (end.by === 'us') return ourEnd && byWhom[ourEnd]
  if (!answered) return null
  return end.by === 'them' ? 'person' : 'network'
}

const byWhom = {
  agent: 'agent',
  supervisor: 'supervisor',
  network: 'network',
  program: 'network',
} as const satisfies Record<OurEnd, CallOutcome['hungUpBy']>
