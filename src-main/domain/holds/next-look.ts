import type { Instant } from '../ids.ts'

/** When to look again: the first time at which one of the holds ends by itself. */
export const nextLook = (holds: readonly { readonly until: Instant | null }[]): Instant | null =>
  holds.reduce<Instant | null>(
    (first, { until }) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )
