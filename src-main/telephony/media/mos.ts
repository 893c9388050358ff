export interface Quality {
  /** One-way delay from mouth to ear: network, jitter buffer, packet. */
  readonly delayMs: number
  /** Share of packets that did not arrive, 0–1. */
  readonly loss: number
}

/** Rating without impairments: ITU-T G.107 with default values, R = 93.2. */
const bestRating = 93.2
/** Robustness of G.711 without loss concealment against random loss: ITU-T G.113 appendix I, Bpl = 4.3, Ie = 0. */
const lossRobustness = 4.3

/**
 * Mean opinion score by the E-model (ITU-T G.107), simplified: R = 93.2 − Id − Ie,eff, with Id after Cole and
 * Rosenbluth, "Voice over IP performance monitoring" (2001), and Ie,eff for random loss (G.107 section 7.4).
 */
export function meanOpinionScore({ delayMs, loss }: Quality): number {
  const delayImpairment = 0.024 * delayMs + (delayMs > 177.3 ? 0.11 * (delayMs - 177.3) : 0)
  const percent = Math.min(1, Math.max(0, loss)) * 100
  const lossImpairment = (95 * percent) / (percent + lossRobustness)
  const rating = bestRating - delayImpairment - lossImpairment
  if (rating <= 0) return 1
  // The cubic dips a little below 1 for the very worst lines.
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6)
}
