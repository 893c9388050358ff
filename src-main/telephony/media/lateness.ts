/** Histogram of how late packets left, in steps of 0.25 ms; the last bucket takes everything from 50 ms on. */
const stepMs = 0.25
const buckets = 201

export type Lateness = Uint32Array

export const createLateness = (): Lateness => new Uint32Array(buckets)

export function addLateness(histogram: Lateness, ms: number): void {
  const bucket = Math.min(buckets - 1, Math.max(0, Math.floor(ms / stepMs)))
  histogram[bucket] = (histogram[bucket] as number) + 1
}

/** Upper edge in ms of the bucket in which the given share is reached; 0 where nothing was counted. */
export function latenessAt(share: number, histograms: readonly Lateness[]): number {
  const count = (bucket: number) => histograms.reduce((sum, histogram) => sum + (histogram[bucket] ?? 0), 0)
  let total = 0
  for (let bucket = 0; bucket < buckets; bucket++) total += count(bucket)
  if (total === 0) return 0
  let seen = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    seen += count(bucket)
    if (seen >= total * share) return (bucket + 1) * stepMs
  }
  return buckets * stepMs
}
