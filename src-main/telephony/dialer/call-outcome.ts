import { resultOf } from '../../domain/result-of.ts'
import type { ConversationEvent } from '../../domain/transcript.ts'
import type { CallOutcome, MediaStats } from '../../engine/ports.ts'
import type { InviteEnd } from '../sip/sip-line.ts'
import { conversationResult } from './conversation-result.ts'

/** What went wrong on our side of an answered call. */
export type CallFault =
  | { readonly is: 'no_audio'; readonly reason: string }
  | { readonly is: 'not_saved'; readonly reason: string }

export interface CallFacts {
  readonly end: InviteEnd
  readonly answered: boolean
  readonly fault: CallFault | null
  /** Who asked for the end on our side. */
  readonly ourEnd: 'agent' | 'supervisor' | 'network' | null
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

const judge = ({
  end,
  answered,
  fault,
  conversation,
  media,
}: CallFacts): Pick<CallOutcome, 'result' | 'failure' | 'mayHaveRung'> => {
  if (!answered && fault === null) return resultOf(end)
  const talked = conversationResult(conversation, media?.heardMs ?? 0)
  if (fault === null || talked === 'answered') return { result: talked, mayHaveRung: true }
  return { result: 'failed', failure: fault.is === 'no_audio' ? 'media' : 'other', mayHaveRung: true }
}

/** A call that nobody picked up was not hung up by anybody, unless we gave up on it. */
const hungUpBy = ({ end, answered, ourEnd }: CallFacts): CallOutcome['hungUpBy'] => {
  if (end.by === 'us') return ourEnd
  if (!answered) return null
  return end.by === 'them' ? 'person' : 'network'
}
