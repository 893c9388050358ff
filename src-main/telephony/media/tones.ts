import type { Key } from '../../domain/flow.ts'
import { samplesPerMs } from './audio-format.ts'
import { tonesOf } from './keypad.ts'

/** Level of each sine in dB below full scale. */
const dbfs = (level: number) => 32_767 * 10 ** (level / 20)

/** Sum of sines with 5 ms ramps, so that it neither starts nor ends with a click. */
export function tone(frequencies: readonly number[], ms: number, levelDbfs = -12): Int16Array {
  const length = Math.round(ms * samplesPerMs)
  const ramp = Math.min(5 * samplesPerMs, length / 2)
  const amplitude = dbfs(levelDbfs)
  return Int16Array.from({ length }, (_, at) => {
    const envelope = Math.min(1, at / ramp, (length - at) / ramp)
    const sum = frequencies.reduce((total, hz) => total + Math.sin((2 * Math.PI * hz * at) / 8000), 0)
    return Math.max(-32_768, Math.min(32_767, Math.round(amplitude * envelope * sum)))
  })
}

export const silence = (ms: number): Int16Array => new Int16Array(Math.round(ms * samplesPerMs))

/** What a telephone without telephone-event sends for a key. */
export const keyTone = (key: Key, ms: number): Int16Array => tone(tonesOf(key), ms, -10)
