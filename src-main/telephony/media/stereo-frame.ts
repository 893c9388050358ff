import { frameSamples } from './audio-format.ts'
import type { Law } from './g711.ts'

/** 20 ms of a call at 8 kHz: 16-bit samples of caller and agent in turn, as in its recording. */
export type StereoFrame = Int16Array<ArrayBuffer>

export function stereoFrame(left: Uint8Array, right: Uint8Array, { decoded }: Law): StereoFrame {
  const frame = new Int16Array(2 * frameSamples)
  for (let at = 0; at < frameSamples; at++) {
    frame[2 * at] = decoded[left[at] as number] as number
    frame[2 * at + 1] = decoded[right[at] as number] as number
  }
  return frame
}
