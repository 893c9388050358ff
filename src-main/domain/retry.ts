import type { CallResult, FailureCause } from './call-result.ts'
import type { CampaignSettings } from './campaign.ts'
import type { LeadStatus } from './lead.ts'

const MINUTE = 60_000

export interface EndedCall {
  readonly result: CallResult
  readonly failure: FailureCause | null
  /** False where the called party's phone cannot have rung. */
  readonly mayHaveRung: boolean
  readonly sipCode: number
  readonly optedOut: boolean
}

/** Attempts so far, this call not yet among them. */
export interface Tries {
  readonly attempts: number
  /** Tries in a row that cannot have rung. */
  readonly unrung: number
}

export type NextStep =
  | { readonly is: 'retry'; readonly tries: Tries; readonly afterMs: number }
  | { readonly is: 'final'; readonly tries: Tries; readonly status: FinalStatus }

type FinalStatus = Exclude<
  LeadStatus,
  'pending' | 'queued' | 'dialing' | 'in_call' | 'called' | 'retry' | 'skipped'
>

/** Final status once attempts are used up, by the last result. */
const finalStatus = {
  answered: 'completed',
  voicemail: 'no_conversation',
  fax: 'no_conversation',
  abandoned: 'no_conversation',
  no_conversation: 'no_conversation',
  no_answer: 'no_answer',
  busy: 'no_answer',
  rejected: 'no_answer',
  invalid: 'failed',
  failed: 'failed',
  interrupted: 'failed',
} as const satisfies Record<CallResult, FinalStatus>

/** Whether a result uses up an attempt: all do, except failures of the trunk before a phone can have rung. */
export const countsAsAttempt = ({ result, mayHaveRung }: EndedCall): boolean =>
  result !== 'failed' || mayHaveRung

/** After so many tries in a row that the trunk alone refused, the contact ends as `failed`: a wait with a bound. */
export const MOST_UNRUNG = 10

/** What follows for a contact from one ended call. */
export function nextStep(call: EndedCall, before: Tries, settings: CampaignSettings): NextStep {
  if (!countsAsAttempt(call)) {
    const tries = { attempts: before.attempts, unrung: before.unrung + 1 }
    if (tries.unrung >= MOST_UNRUNG) return { is: 'final', tries, status: 'failed' }
    return { is: 'retry', tries, afterMs: unrungWaitMs(tries.unrung) }
  }
  const tries = { attempts: before.attempts + 1, unrung: 0 }
  if (endsRetries(call) || tries.attempts > settings.maxRetries)
    return { is: 'final', tries, status: finalStatus[call.result] }
  return { is: 'retry', tries, afterMs: retryMinutes(call, settings) * MINUTE }
}

/** 60 s, doubling to 30 min. */
export const unrungWaitMs = (inARow: number): number => Math.min(MINUTE * 2 ** (inARow - 1), 30 * MINUTE)

const endsRetries = ({ result, sipCode, optedOut }: EndedCall): boolean =>
  optedOut ||
  result === 'answered' ||
  result === 'invalid' ||
  result === 'fax' ||
  (result === 'rejected' && (sipCode === 607 || sipCode === 608))

function retryMinutes({ result, failure }: EndedCall, settings: CampaignSettings): number {
  const own = settings.retryMinutesAfter[result]
  const isMeant = result !== 'failed' || failure === 'congestion'
  return (isMeant ? own : undefined) ?? settings.retryMinutes
}
