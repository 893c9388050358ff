/** Bounds of a share, 0–1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

// 97.5 % quantile of the standard normal distribution.
const Z = 1.959963984540054

/**
 * Interval in which a share lies with 95 % confidence, by Wilson's score method without continuity correction
 * (E. B. Wilson, JASA 22, 1927, 209–212); `null` without cases.
 */
export function wilsonInterval(part: number, whole: number): Interval | null {
  if (whole === 0) return null
  const share = part / whole
  const square = Z ** 2
  const centre = share + square / (2 * whole)
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole ** 2))
  const scale = 1 + square / whole
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}
