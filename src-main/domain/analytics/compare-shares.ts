/** So many cases of a whole. */
export interface Part {
  readonly part: number
  readonly whole: number
}

export interface Comparison {
  /** Standard score of the difference; positive: the first is larger. */
  readonly z: number
  /** How likely a difference at least this large is where there is none, 0–1. */
  readonly p: number
}

// Cases and counter-cases that the pooled share expects on each side; with fewer the normal curve does not fit.
const LEAST_EXPECTED = 5

/**
 * Two-sided z-test for the difference of two proportions with the pooled standard error (any textbook of statistics:
 * OpenStax, Introductory Statistics, section 10.3). `null`: too few cases to say.
 */
export function compareShares(a: Part, b: Part): Comparison | null {
  const whole = a.whole + b.whole
  const pooled = (a.part + b.part) / whole
  const expected = Math.min(pooled, 1 - pooled) * Math.min(a.whole, b.whole)
  if (!(expected >= LEAST_EXPECTED)) return null
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole))
  const z = (a.part / a.whole - b.part / b.whole) / error
  return { z, p: 2 * upperTail(Math.abs(z)) }
}

/**
 * Area of the standard normal curve above z ≥ 0, to 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions,
 * 26.2.17.
 */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial
}

export const verdicts = ['different', 'likely', 'unclear', 'too_few'] as const
/** `different`: chance alone would do it in under 1 of 100 cases; `likely`: in under 5; `unclear`: more often. */
export type Verdict = (typeof verdicts)[number]

export function verdictOf(comparison: Comparison | null): Verdict {
  if (comparison === null) return 'too_few'
  if (comparison.p < 0.01) return 'different'
  return comparison.p < 0.05 ? 'likely' : 'unclear'
}
