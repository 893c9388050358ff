import { samplesPerMs } from './audio-format.ts'

/** What one source delivered: RFC 3550 appendix A.1 (sequence numbers), A.3 (loss), A.8 (jitter). */
export interface Reception {
  take(sequence: number, timestamp: number, arrivalMs: number): 'new' | 'replayed' | 'restarted'
  figures(): ReceptionFigures
}

export interface ReceptionFigures {
  readonly received: number
  readonly expected: number
  /** Cycles in the upper, sequence number in the lower 16 bits. */
  readonly highest: number
  readonly jitterMs: number
}

/** Jumps of the sequence number beyond these begin a new count (RFC 3550 A.1: MAX_DROPOUT, MAX_MISORDER). */
const longestDropout = 3000
const longestMisorder = 100
const remembered = 1024

export function createReception(): Reception {
  const seen = new Float64Array(remembered).fill(-1)
  let first = -1
  let highest = -1
  let received = 0
  let earlierReceived = 0
  let earlierExpected = 0
  let jitter = 0
  let lastTransit: number | null = null

  const expected = () => (first < 0 ? 0 : highest - first + 1)
  const begin = (sequence: number) => {
    earlierReceived += received
    earlierExpected += expected()
    seen.fill(-1)
    // One cycle up, so that a packet from just before the first one does not become negative.
    first = 65_536 + sequence
    highest = first
    received = 0
    lastTransit = null
  }
  const observeTransit = (timestamp: number, arrivalMs: number) => {
    // Kept within 32 bits, as timestamps are; differences stay right across the wrap.
    const transit = (Math.round(arrivalMs * samplesPerMs) - timestamp) | 0
    if (lastTransit !== null) {
      const change = Math.abs((transit - lastTransit) | 0)
      // A jump of over a second is a new timeline, not jitter.
      if (change < 8000) jitter += (change - jitter) / 16
    }
    lastTransit = transit
  }

  return {
    take(sequence, timestamp, arrivalMs) {
      let verdict: 'new' | 'restarted' = 'new'
      if (first < 0) begin(sequence)
      const step = ((sequence - highest) << 16) >> 16
      if (step > longestDropout || step < -longestMisorder) {
        begin(sequence)
        verdict = 'restarted'
      }
      const extended = highest + (((sequence - highest) << 16) >> 16)
      const place = extended % remembered
      if (seen[place] === extended) return 'replayed'
      seen[place] = extended
      received++
      if (extended > highest) highest = extended
      observeTransit(timestamp, arrivalMs)
      return verdict
    },
    figures: () => ({
      received: earlierReceived + received,
      expected: earlierExpected + expected(),
      highest: highest < 0 ? 0 : highest - 65_536,
      jitterMs: jitter / samplesPerMs,
    }),
  }
}
