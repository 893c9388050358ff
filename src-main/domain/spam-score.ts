/**
 * How likely a caller ID is shown as spam, estimated from the workspace's own calls. The formula and its constants are
 * the product's own (number rotation, spam score): S = round(9 · (1 − Π(1 − wᵢ·sᵢ))).
 */
export const spamSignals = ['answers', 'short_calls', 'objections', 'volume', 'machines', 'repeats'] as const
export type SpamSignal = (typeof spamSignals)[number]

/** What was seen of one number within the window; counts and shares fade with a half-life of 3 days. */
export interface SpamEvidence {
  /** Unfaded, for whether there is enough to judge. */
  readonly attempts: number
  /** Calls that were picked up, and how many the pool would have reached with the same calls. */
  readonly answered: number
  readonly expected: number
  /** Of its answered calls, those of 6 s or less: 0–1. */
  readonly shortShare: number
  /** (607 + 608 + ½ opt-outs + .3 · 603) per attempt. */
  readonly objections: number
  /** A 607, a 608 or an opt-out: somebody said so. */
  readonly isExplicit: boolean
  /** A 608: a network or an analytics service blocks it. */
  readonly isBlocked: boolean
  /** Calls of its busiest day, and how many were wise that day. */
  readonly busiestDay: number
  readonly ceiling: number
  /** Straight to a machine within 3 s, share above the pool's: −1 to 1. */
  readonly machinesAbovePool: number
  /** Of the people called in a day, those called three times or more: 0–1. */
  readonly repeatShare: number
}

export interface ScorePart {
  readonly signal: SpamSignal
  /** What was seen, in words. */
  readonly seen: string
  /** 0–1. */
  readonly strength: number
  readonly weight: number
}

export interface SpamScore {
  /** 0–9. */
  readonly score: number
  /** Before the bounds and rounding: score = 9 × combined. */
  readonly combined: number
  readonly attempts: number
  readonly lowData: boolean
  readonly blocked: boolean
  readonly parts: readonly ScorePart[]
}

export const ENOUGH_ATTEMPTS = 50
const MOST_AT_LOW_DATA = 4
const LEAST_WHEN_BLOCKED = 7
// Attempts that everybody is given ahead, so that a few unanswered calls say little.
const PRIOR = 30

interface Signal {
  readonly weight: number
  readonly strength: (evidence: SpamEvidence) => number
  readonly seen: (evidence: SpamEvidence) => string
}

const signals: Readonly<Record<SpamSignal, Signal>> = {
  answers: {
    weight: 0.6,
    strength: ({ answered, expected }) => (1 - (answered + PRIOR) / (expected + PRIOR)) / 0.5,
    seen: ({ answered, expected }) => `${Math.round(answered)} of ${Math.round(expected)} expected`,
  },
  short_calls: {
    weight: 0.45,
    strength: ({ shortShare }) => (shortShare - 0.05) / 0.2,
    seen: ({ shortShare }) => percent(shortShare),
  },
  objections: {
    weight: 0.65,
    strength: ({ objections }) => objections / 0.03,
    seen: ({ objections }) => `${percent(objections)} per attempt`,
  },
  volume: {
    weight: 0.3,
    strength: ({ busiestDay, ceiling }) => (busiestDay / ceiling - 0.7) / 0.8,
    seen: ({ busiestDay, ceiling }) => `${Math.round(busiestDay)} of ${Math.round(ceiling)} a day`,
  },
  machines: {
    weight: 0.4,
    strength: ({ machinesAbovePool }) => machinesAbovePool / 0.3,
    seen: ({ machinesAbovePool }) =>
      machinesAbovePool > 0 ? `${percent(machinesAbovePool)} above the pool` : 'not above the pool',
  },
  repeats: {
    weight: 0.3,
    strength: ({ repeatShare }) => repeatShare / 0.2,
    seen: ({ repeatShare }) => percent(repeatShare),
  },
}

export function spamScore(evidence: SpamEvidence): SpamScore {
  const parts = spamSignals.map(signal => {
    const { weight, strength, seen } = signals[signal]
    return { signal, seen: seen(evidence), strength: clamp(strength(evidence)), weight }
  })
  const combined = 1 - parts.reduce((kept, { weight, strength }) => kept * (1 - weight * strength), 1)
  const lowData = evidence.attempts < ENOUGH_ATTEMPTS
  const most = lowData && !evidence.isExplicit ? MOST_AT_LOW_DATA : 9
  const least = evidence.isBlocked ? LEAST_WHEN_BLOCKED : 0
  const score = Math.max(least, Math.min(most, Math.round(9 * combined)))
  return {
    score,
    combined: rounded(combined),
    attempts: evidence.attempts,
    lowData,
    blocked: evidence.isBlocked,
    parts: parts.map(part => ({ ...part, strength: rounded(part.strength) })),
  }
}

export type SpamLevel = 'good' | 'watch' | 'bad'
/** Green to 4, yellow to 6, red from 7. */
export const spamLevel = (score: number): SpamLevel => (score >= 7 ? 'bad' : score >= 5 ? 'watch' : 'good')

const clamp = (value: number): number => (value > 0 ? Math.min(1, value) : 0)
/** As finely as it is shown; a score that only fades a little is not another one. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000
const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`
