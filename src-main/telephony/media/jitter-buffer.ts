import { frameSamples, samplesPerMs } from './audio-format.ts'

/**
 * Puts received samples back on their timeline. It is addressed by RTP timestamp, so packets of any length, in any
 * order, with gaps (loss or silence suppression) land where they belong; gaps come out as silence.
 *
 *        read                    end
 *   ──────┼───────────────────────┼──────► timestamp
 *         │◄──── depth: delay ───►│
 *
 * A late packet moves `read` back (more delay); two seconds in which the depth never fell near its target move it
 * forward again (less delay).
 */
export interface JitterBuffer {
  /** The sound lies in `bytes` from `start` to `end`. */
  push(timestamp: number, bytes: Uint8Array, start: number, end: number): 'kept' | 'late'
  /** Takes out the next 20 ms. */
  pull(frame: Uint8Array): void
  delayMs(): number
}

const ringSamples = 8192
const mask = ringSamples - 1
const targetSamples = 60 * samplesPerMs
const mostSamples = 300 * samplesPerMs
/** Packets from further ahead belong to a new timeline. */
const furthestSamples = 500 * samplesPerMs
const observedPulls = 100

export function createJitterBuffer(silence: number): JitterBuffer {
  const ring = new Uint8Array(ringSamples).fill(silence)
  let started = false
  let read = 0
  let depth = 0
  let pulls = 0
  let leastDepth = Number.POSITIVE_INFINITY

  const anchor = (timestamp: number) => {
    ring.fill(silence)
    started = true
    read = (timestamp - targetSamples) >>> 0
    depth = targetSamples
  }
  const observeAnew = () => {
    pulls = 0
    leastDepth = Number.POSITIVE_INFINITY
  }
  /** Behind `read` everything has been taken out, so moving back uncovers silence. */
  const moveBack = (samples: number) => {
    read = (read - samples) >>> 0
    depth += samples
    observeAnew()
  }
  const skip = (samples: number) => {
    for (let at = 0; at < samples; at++) ring[(read + at) & mask] = silence
    read = (read + samples) >>> 0
    depth -= samples
    observeAnew()
  }
  const shrink = () => {
    if (depth > mostSamples) skip(depth - targetSamples)
    else if (pulls >= observedPulls && leastDepth > targetSamples + frameSamples) skip(frameSamples)
    else if (pulls >= observedPulls) observeAnew()
  }

  return {
    push(timestamp, bytes, start, end) {
      if (!started) anchor(timestamp)
      let ahead = (timestamp - read) | 0
      if (ahead < 0 && ahead >= -mostSamples && depth - ahead <= mostSamples) {
        moveBack(-ahead)
        ahead = 0
      }
      if (ahead < 0 && depth > 0) return 'late'
      if (ahead < 0 || ahead > furthestSamples) {
        anchor(timestamp)
        ahead = targetSamples
      }
      const length = end - start
      for (let at = 0; at < length; at++) ring[(timestamp + at) & mask] = bytes[start + at] as number
      depth = Math.max(depth, ahead + length)
      return 'kept'
    },
    pull(frame) {
      if (!started) {
        frame.fill(silence)
        return
      }
      shrink()
      for (let at = 0; at < frame.length; at++) {
        const place = (read + at) & mask
        frame[at] = ring[place] as number
        ring[place] = silence
      }
      leastDepth = Math.min(leastDepth, depth)
      pulls++
      read = (read + frame.length) >>> 0
      depth -= frame.length
    },
    delayMs: () => Math.max(0, depth) / samplesPerMs,
  }
}
