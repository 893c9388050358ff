import type { CallResult, FailureCause } from './call-result.ts'
import type { CampaignSettings } from './campaign.ts'
import { movesOn } from './failover.ts'
import type { E164, Instant } from './ids.ts'
import type { LeadHold, LeadStatus } from './lead.ts'

const MINUTE = 60_000

export interface EndedCall {
  readonly result: CallResult
  readonly failure: FailureCause | null
  /** False where the called party's phone cannot have rung. */
  readonly mayHaveRung: boolean
  /** Nothing came back at all. */
  readonly silent?: boolean
  readonly sipCode: number
  readonly optedOut: boolean
  /** The agent's message was left on the voicemail. */
  readonly messageLeft?: boolean
  /** When the person wants to be called back. */
  readonly callBackAt?: Instant | null
}

/** Attempts so far, this call not yet among them. */
export interface Tries {
  readonly attempts: number
  /** Tries in a row that cannot have rung. */
  readonly unrung: number
}

/** What is known about a contact before its next step. */
export interface TriesBefore extends Tries {
  /** It has another number, not known to be wrong. */
  readonly hasOtherNumber?: boolean
  /** Another trunk of the group can be used and is not waiting out a refusal of this contact. */
  readonly hasOtherTrunk?: boolean
  /** Those of `unrung` that were made over the trunk of this call; all where absent. */
  readonly unrungHere?: number
}

export type NextStep =
  | {
      readonly is: 'retry'
      readonly tries: Tries
      readonly afterMs: number
      /** What it waits for meanwhile; `null`: nothing, it is called at once. */
      readonly hold: LeadHold | null
      /** The agreed time of a call back, which goes beyond the retries; else `null`. */
      readonly agreedAt: Instant | null
    }
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

/** After so many tries in a row that a trunk alone refused, without another to move on to, the contact ends as `failed`: a wait with a bound. */
export const MOST_UNRUNG = 10

/** What follows for a contact from one ended call. */
export function nextStep(call: EndedCall, before: TriesBefore, settings: CampaignSettings): NextStep {
  if (!countsAsAttempt(call)) {
    const tries = { attempts: before.attempts, unrung: before.unrung + 1 }
    // A trunk without any answer has no status code.
    const hold = call.sipCode === 0 ? 'peer_silent' : 'trunk_refused'
    const again = { is: 'retry', tries, agreedAt: null } as const
    const next = movesOn(call)
    if (before.hasOtherTrunk && next.is === 'after')
      return { ...again, afterMs: next.ms, hold: next.ms === 0 ? null : hold }
    const here = (before.unrungHere ?? before.unrung) + 1
    if (here >= MOST_UNRUNG) return { is: 'final', tries, status: 'failed' }
    return { ...again, afterMs: unrungWaitMs(here), hold }
  }
  const tries = { attempts: before.attempts + 1, unrung: 0 }
  const again = { is: 'retry', tries, agreedAt: null } as const
  if (call.callBackAt && !call.optedOut)
    return { ...again, afterMs: 0, hold: 'agreed_time', agreedAt: call.callBackAt }
  const isUsedUp = tries.attempts > settings.maxRetries
  if (call.result === 'invalid' && before.hasOtherNumber && !call.optedOut && !isUsedUp)
    return { ...again, afterMs: 0, hold: null }
  if (endsRetries(call) || isUsedUp) return { is: 'final', tries, status: finalStatus[call.result] }
  return { ...again, afterMs: retryMinutes(call, settings) * MINUTE, hold: 'retry_interval' }
}

/** 60 s, doubling to 30 min. */
export const unrungWaitMs = (inARow: number): number => Math.min(MINUTE * 2 ** (inARow - 1), 30 * MINUTE)

const endsRetries = ({ result, sipCode, optedOut, messageLeft }: EndedCall): boolean =>
  optedOut ||
  (result === 'voicemail' && messageLeft === true) ||
  result === 'answered' ||
  result === 'invalid' ||
  result === 'fax' ||
  (result === 'rejected' && (sipCode === 607 || sipCode === 608))

function retryMinutes({ result, failure }: EndedCall, settings: CampaignSettings): number {
  const own = settings.retryMinutesAfter[result]
  const isMeant = result !== 'failed' || failure === 'congestion'
  return (isMeant ? own : undefined) ?? settings.retryMinutes
}

/**
 * Which of a contact's numbers is called next: the one after the last in turn, those left out that are known to be
 * wrong; `null`: none is left.
 */
export function nextPhone<P extends { readonly position: number; readonly number: E164 }>(
  phones: readonly P[],
  last: number,
  wrong: readonly E164[],
): P | null {
  const usable = phones.filter(({ number }) => !wrong.includes(number))
  return usable.find(({ position }) => position > last) ?? usable[0] ?? null
}
