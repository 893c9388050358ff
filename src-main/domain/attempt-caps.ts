import type { CallResult } from './call-result.ts'
import type { AttemptCap, Law, LegalPause, RuleRef } from './compliance/law.ts'
import type { ContactId, E164, Instant } from './ids.ts'
import { DAY, dayEnd } from './zone-clock.ts'

/** A call of any campaign that counts as an attempt. */
export interface PastAttempt {
  /** When the INVITE left. */
  readonly at: Instant
  readonly number: E164
  readonly contact: ContactId
  /** `null`: still in progress. */
  readonly result: CallResult | null
  /** The called party asked not to be called. */
  readonly refused: boolean
}

/** Why one more attempt would be one too many, and when that ends by itself. */
export type CapHold =
  | { readonly is: 'day-cap' | 'week-cap'; readonly until: Instant; readonly allowed: number }
  | { readonly is: 'law-cap' | 'law-pause'; readonly until: Instant; readonly rule: RuleRef }

export interface CapQuestion {
  /** Attempts at this number or this contact, newest first; of the last 60 days at least. */
  readonly past: readonly PastAttempt[]
  readonly number: E164
  readonly contact: ContactId
  /** Of the campaign; the day is the called party's calendar day, the week are 7 sliding days. */
  readonly perDay: number
  readonly perWeek: number
  readonly law: Pick<Law, 'caps' | 'pauses'>
  /** Where the called party may be: the day must have changed in all of them. */
  readonly zones: readonly string[]
  readonly now: Instant
}

/**
 * Every cap that keeps this contact from being called on this number now. The campaign's caps count by contact and,
 * as one person may stand in several contacts, by number too.
 */
export function capHolds(question: CapQuestion): readonly CapHold[] {
  const { past, perDay, perWeek, law, zones, now } = question
  const byNumber = past.filter(attempt => attempt.number === question.number)
  const byContact = past.filter(attempt => attempt.contact === question.contact)
  const latest = (ends: readonly (Instant | null)[]) => Math.max(...ends.map(end => end ?? 0))
  const bothWays = (allowed: number, end: (at: Instant) => Instant) =>
    latest([endOfCap(byNumber, allowed, end), endOfCap(byContact, allowed, end)])

  const day = bothWays(perDay, at => Math.max(...zones.map(zone => dayEnd(zone, at))))
  const week = bothWays(perWeek, at => at + 7 * DAY)
  const lawCap = ({ attempts, withinMs, per }: AttemptCap) =>
    endOfCap(per === 'number' ? byNumber : byContact, attempts, at => at + withinMs) ?? 0
  const lawPause = (pause: LegalPause) => latest([endOfPause(byNumber, pause), endOfPause(byContact, pause)])

  const holds: CapHold[] = [
    { is: 'day-cap', until: day, allowed: perDay },
    { is: 'week-cap', until: week, allowed: perWeek },
    ...law.caps.map((cap): CapHold => ({ is: 'law-cap', until: lawCap(cap), rule: cap.rule })),
    ...law.pauses.map((pause): CapHold => ({ is: 'law-pause', until: lawPause(pause), rule: pause.rule })),
  ]
  return holds.filter(({ until }) => until > now)
}

/** When so few attempts are left in the cap's time that one more fits: when the last but `allowed` leaves it. */
function endOfCap(
  attempts: readonly PastAttempt[],
  allowed: number,
  end: (at: Instant) => Instant,
): Instant | null {
  const first = attempts[allowed - 1]
  return first ? end(first.at) : null
}

function endOfPause(attempts: readonly PastAttempt[], { after, forMs }: LegalPause): Instant | null {
  const cause = attempts.find(attempt => pauseCauses[after](attempt))
  return cause ? cause.at + forMs : null
}

const pauseCauses = {
  conversation: ({ result }) => result === 'answered',
  abandoned: ({ result }) => result === 'abandoned',
  refusal: ({ refused }) => refused,
} as const satisfies Record<LegalPause['after'], (attempt: PastAttempt) => boolean>
