import { type FileHandle, open } from 'node:fs/promises'
import { wavHeaderBytes } from './wav-header.ts'

/** The outline of a recording: how loud each side was, in as many steps of equal length as were asked for. */
export interface WavPeaks {
  readonly seconds: number
  /** Loudest sample of each step, 0–1. */
  readonly caller: readonly number[]
  readonly agent: readonly number[]
}

const bytesPerSample = 4
const rate = 8_000
const loudest = 32_768
const samplesPerRead = 256 * 1024

/** Of a recording as `wav-recording` writes it. Rejects with the system's error where it cannot be read. */
export async function readWavPeaks(path: string, steps: number): Promise<WavPeaks> {
  const file = await open(path)
  try {
    const samples = Math.max(0, Math.floor(((await file.stat()).size - wavHeaderBytes) / bytesPerSample))
    const caller = new Float64Array(steps)
    const agent = new Float64Array(steps)
    for await (const { at, block } of blocksOf(file, samples))
      for (let place = 0; place * 2 < block.length; place++) {
        const step = Math.floor(((at + place) * steps) / samples)
        raise(caller, step, block[place * 2] as number)
        raise(agent, step, block[place * 2 + 1] as number)
      }
    return { seconds: samples / rate, caller: shares(caller), agent: shares(agent) }
  } finally {
    await file.close()
  }
}

async function* blocksOf(file: FileHandle, samples: number) {
  const block = new Int16Array(samplesPerRead * 2)
  for (let at = 0; at < samples; at += samplesPerRead) {
    const wanted = Math.min(samplesPerRead, samples - at) * bytesPerSample
    const { bytesRead } = await file.read(
      new Uint8Array(block.buffer),
      0,
      wanted,
      wavHeaderBytes + at * bytesPerSample,
    )
    yield { at, block: block.subarray(0, bytesRead / 2) }
  }
}

function raise(peaks: Float64Array, step: number, sample: number): void {
  const power = Math.abs(sample)
  if (power > (peaks[step] ?? 0)) peaks[step] = power
}

const shares = (peaks: Float64Array): readonly number[] =>
  Array.from(peaks, peak => Math.round((peak / loudest) * 1000) / 1000)
