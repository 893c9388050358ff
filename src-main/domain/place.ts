/** Where a called line may be, as far as is known: what its local time and the law depend on. */
export interface Place {
  /** ISO 3166-1 alpha-2; `null` where the number belongs to no single country. */
  readonly country: string | null
  /** ISO 3166-2 subdivision without its country: `NY`; `null` where unknown. */
  readonly region: string | null
  /** Every IANA zone that it may stand in, sorted; never empty. A call must be allowed in all of them. */
  readonly zones: readonly string[]
  readonly line: Line
}

export type Line = 'mobile' | 'fixed' | 'unknown'

/** Equal for equal places. */
export const placeKey = ({ country, region, zones, line }: Place): string =>
  [country ?? '', region ?? '', line, ...zones].join('|')
