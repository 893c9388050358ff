import type { Micros } from './money.ts'

/** What a trunk's calls cost. */
export interface RateTable {
  /** ISO 4217; all amounts are in it. */
  readonly currency: string
  readonly rates: readonly Rate[]
}

/** For called numbers that begin so; the longest prefix counts. */
export interface Rate {
  /** Digits after the plus: `49`, `4915`; empty: everywhere else. */
  readonly prefix: string
  /** Once per answered call. */
  readonly connectMicros: Micros
  readonly microsPerMinute: Micros
  /** Seconds that are charged at least, and steps of whole seconds after that: 60 and 1, for instance. */
  readonly firstSeconds: number
  readonly stepSeconds: number
}

export interface RateProblem {
  /** From 0; `null`: the table as a whole. */
  readonly row: number | null
  readonly field: keyof Rate | 'currency'
  /** What would be right: `digits only`. */
  readonly allowed: string
}

const MOST = 1_000_000_000

/** Everything in a table that cannot be charged by. */
export function rateProblems({ currency, rates }: RateTable): readonly RateProblem[] {
  const problems: RateProblem[] = []
  if (!/^[A-Z]{3}$/.test(currency))
    problems.push({ row: null, field: 'currency', allowed: 'three letters of ISO 4217, such as EUR' })
  const seen = new Set<string>()
  for (const [row, rate] of rates.entries()) {
    const check = (field: keyof Rate, isRight: boolean, allowed: string) => {
      if (!isRight) problems.push({ row, field, allowed })
    }
    check('prefix', /^\d{0,15}$/.test(rate.prefix), 'digits only, without the plus')
    check('prefix', !seen.has(rate.prefix), 'each prefix once')
    check('connectMicros', isWhole(rate.connectMicros, 0, MOST), '0 or more')
    check('microsPerMinute', isWhole(rate.microsPerMinute, 0, MOST), '0 or more')
    check('firstSeconds', isWhole(rate.firstSeconds, 1, 3600), '1 to 3600 seconds')
    check('stepSeconds', isWhole(rate.stepSeconds, 1, 3600), '1 to 3600 seconds')
    seen.add(rate.prefix)
  }
  return problems
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max
