import type { Micros } from './money.ts'

/** What a trunk's calls cost. */
export interface RateTable {
  /** ISO 4217; all amounts are in it. */
  readonly currency: string
  readonly rates: readonly Rate[]
}

/** In which the costs of a group of trunks are counted, ISO 4217; `null`: none of them has rates. */
export const currencyOf = (trunks: readonly { readonly rates: RateTable | null }[]): string | null =>
  trunks.find(({ rates }) => rates !== null)?.rates?.currency ?? null

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
