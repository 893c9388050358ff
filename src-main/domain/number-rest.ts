import { assertNever } from './assert-never.ts'
import type { Instant } from './ids.ts'
import { DAY } from './zone-clock.ts'

/** How a caller ID stands after what its score said. */
export type NumberStanding =
  | { readonly is: 'active' }
  | RestingNumber
  /** Back from its rest; `left` calls may be made before it is judged. */
  | { readonly is: 'probation'; readonly since: Instant; readonly left: number }

export interface RestingNumber {
  readonly is: 'resting'
  readonly by: 'score' | 'hand'
  readonly since: Instant
  readonly until: Instant
  /** In words: `Score 8, limit 7`. */
  readonly why: string
}

export const PROBATION_CALLS = 20
/** A number whose probation is used up is judged within this time. */
export const JUDGED_WITHIN_MS = 60_000

export const numberRanges = {
  score: { min: 0, max: 9 },
  restDays: { min: 1, max: 365 },
  weight: { min: 1, max: 100 },
  ceilingPerDay: { min: 1, max: 1_000 },
} as const

export interface RestLimits {
  /** At or above this score a number rests. */
  readonly spamThreshold: number
  readonly coolDownDays: number
}

/** The score that counts. It stands still while a number rests, so it falls only where something new was learned. */
export interface JudgedScore {
  readonly score: number
  /** A 608 since its return. */
  readonly blocked: boolean
}

export interface Judgement {
  readonly did: 'rested' | 'returned' | 'passed'
  readonly to: NumberStanding
  readonly why: string
}

/** A resting number comes back early once its score is below this: clearly under the limit, so that it stays. */
export const returnsBelow = (spamThreshold: number): number => Math.max(1, spamThreshold - 2)

/** What the score changes about a number; `null`: nothing. */
export function judge(
  standing: NumberStanding,
  { score, blocked }: JudgedScore,
  limits: RestLimits,
  now: Instant,
): Judgement | null {
  const isOver = score >= limits.spamThreshold
  switch (standing.is) {
    case 'active':
      return isOver ? rested(score, limits, now) : null
    case 'resting':
      if (now >= standing.until) return returned('its rest is over', now)
      if (standing.by === 'score' && score < returnsBelow(limits.spamThreshold))
        return returned(`its score fell to ${score}`, now)
      return null
    case 'probation':
      if (blocked && isOver) return rested(score, limits, now)
      if (standing.left > 0) return null
      return isOver
        ? rested(score, limits, now)
        : {
            did: 'passed',
            to: { is: 'active' },
            why: `${PROBATION_CALLS} calls on probation, score ${score}`,
          }
    default:
      return assertNever(standing)
  }
}

const rested = (score: number, { spamThreshold, coolDownDays }: RestLimits, now: Instant): Judgement => {
  const why = `Score ${score}, limit ${spamThreshold}`
  return { did: 'rested', to: rest('score', why, coolDownDays, now), why }
}

const returned = (why: string, now: Instant): Judgement => ({ did: 'returned', to: onProbation(now), why })

export const rest = (by: 'score' | 'hand', why: string, days: number, now: Instant): RestingNumber => ({
  is: 'resting',
  by,
  since: now,
  until: now + days * DAY,
  why,
})

export const onProbation = (now: Instant): NumberStanding => ({
  is: 'probation',
  since: now,
  left: PROBATION_CALLS,
})

/** The strictest of all campaigns that show a number and are not over; the defaults where there is none. */
export const strictestLimits = (all: readonly RestLimits[], otherwise: RestLimits): RestLimits =>
  all.length === 0
    ? otherwise
    : {
        spamThreshold: Math.min(...all.map(limits => limits.spamThreshold)),
        coolDownDays: Math.max(...all.map(limits => limits.coolDownDays)),
      }
