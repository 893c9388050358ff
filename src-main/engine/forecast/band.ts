/** The middle of several runs, and where eight of ten lie: 10 % are below `low`, 10 % above `high`. */
export interface Band {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** How far a band reaches to each side at least: no model of people is more certain than that. */
export interface LeastWidth {
  /** Of the middle value. */
  readonly share: number
  /** In the value's own unit. */
  readonly absolute: number
  /** No value can be above. */
  readonly most?: number
}

/** Linear between the two nearest of the sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

export function bandOf(values: readonly number[], least: LeastWidth): Band {
  const sorted = values.toSorted((a, b) => a - b)
  const likely = quantile(sorted, 0.5)
  const width = Math.max(Math.abs(likely) * least.share, least.absolute)
  return {
    low: Math.max(0, Math.floor(Math.min(quantile(sorted, 0.1), likely - width))),
    likely: Math.round(likely),
    high: Math.min(
      Math.ceil(Math.max(quantile(sorted, 0.9), likely + width)),
      least.most ?? Number.POSITIVE_INFINITY,
    ),
  }
}
