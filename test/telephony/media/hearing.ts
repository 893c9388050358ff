/** Test ears: what is in a recording, measured independently of the code under test. */
export interface Wav {
  readonly left: Int16Array
  readonly right: Int16Array
}

export function readWav(file: Buffer): Wav {
  if (file.toString('ascii', 0, 4) !== 'RIFF' || file.toString('ascii', 36, 40) !== 'data') {
    throw new Error('No WAV file')
  }
  const frames = file.readUInt32LE(40) / 4
  const side = (offset: number) =>
    Int16Array.from({ length: frames }, (_, at) => file.readInt16LE(44 + at * 4 + offset))
  return { left: side(0), right: side(2) }
}

/** Share of the power at one frequency, by a plain Fourier sum; 0–1. */
function shareOf(samples: Int16Array, hz: number): number {
  let cos = 0
  let sin = 0
  let power = 0
  samples.forEach((sample, at) => {
    cos += sample * Math.cos((2 * Math.PI * hz * at) / 8000)
    sin += sample * Math.sin((2 * Math.PI * hz * at) / 8000)
    power += sample * sample
  })
  return power === 0 ? 0 : (2 * (cos * cos + sin * sin)) / samples.length / power
}

const windowSamples = 400

/**
 * Share of the power at one frequency in the loud part of a sound: the median over windows of 50 ms, so that a gap
 * from a busy machine does not count as another frequency.
 */
export function frequencyShare(samples: Int16Array, hz: number): number {
  const first = samples.findIndex(sample => Math.abs(sample) > 500)
  const last = samples.findLastIndex(sample => Math.abs(sample) > 500)
  const count = Math.floor((last - first) / windowSamples)
  const shares = Array.from({ length: Math.max(0, count) }, (_, at) =>
    shareOf(samples.subarray(first + at * windowSamples, first + (at + 1) * windowSamples), hz),
  )
  return shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0
}

/** Index of the first sample louder than the threshold. */
export const onset = (samples: Int16Array, threshold = 1000): number =>
  samples.findIndex(sample => Math.abs(sample) > threshold)

/** Even noise from −0.5 to 0.5, the same on every run (Lehmer's generator). */
export function aDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647 - 0.5
  }
}
