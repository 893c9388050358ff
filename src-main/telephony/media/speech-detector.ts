import { frameMs } from './audio-format.ts'
import type { Law } from './g711.ts'

/** Tells speech from the line's own noise by level alone: cheap enough to run on every call all the time. */
export interface SpeechDetector {
  /** One companded frame. */
  hear(frame: Uint8Array): SpeechChange | null
  /** All speech so far, including what is still going on. */
  heardMs(): number
}

export type SpeechChange =
  | { readonly is: 'speech_started' }
  | { readonly is: 'speech_ended'; readonly forMs: number }

/** The floor is the 15th percentile of the last 1.2 s, never below what a quiet digital line has. */
const windowFrames = 60
const percentile = 0.15
const lowestFloor = -65
/** Before enough was heard, a line is taken to be this noisy. */
const usualFloor = -50
const settledFrames = 15
/** In dB above the floor; and nothing below `quietest` is speech. */
const startAbove = 10
const stayAbove = 6
const quietest = -45
const startFrames = 3
const endFrames = 15
/** While somebody speaks the floor rises by 3 dB a second only, or a long vowel would become noise. */
const riseInSpeech = (3 * frameMs) / 1000

const levels = 100

export function createSpeechDetector({ power }: Law): SpeechDetector {
  const window = new Uint8Array(windowFrames)
  const counts = new Uint16Array(levels)
  let frames = 0
  let floor = usualFloor
  let loud = 0
  let quiet = 0
  let total = 0
  /** Frames of the speech that is going on; `null` in silence. */
  let speaking: number | null = null

  const levelOf = (frame: Uint8Array) => {
    let sum = 1
    for (let at = 0; at < frame.length; at++) sum += power[frame[at] as number] as number
    return 10 * Math.log10(sum / frame.length / (32_768 * 32_768))
  }
  const count = (bucket: number, by: number) => {
    counts[bucket] = (counts[bucket] as number) + by
  }
  const remember = (level: number) => {
    const bucket = Math.min(levels - 1, Math.max(0, Math.round(-level)))
    if (frames >= windowFrames) count(window[frames % windowFrames] as number, -1)
    window[frames % windowFrames] = bucket
    count(bucket, 1)
    frames++
  }
  const quietLevel = () => {
    let left = Math.ceil(Math.min(frames, windowFrames) * percentile)
    for (let bucket = levels - 1; bucket >= 0; bucket--) {
      left -= counts[bucket] as number
      if (left <= 0) return -bucket
    }
    return 0
  }
  const adapt = () => {
    if (frames < settledFrames) return
    const found = Math.max(lowestFloor, quietLevel())
    floor = speaking === null ? found : Math.min(found, floor + riseInSpeech)
  }

  return {
    hear(frame) {
      const level = levelOf(frame)
      remember(level)
      adapt()
      if (speaking === null) {
        loud = level > Math.max(floor + startAbove, quietest) ? loud + 1 : 0
        if (loud < startFrames) return null
        speaking = startFrames
        loud = 0
        quiet = 0
        return { is: 'speech_started' }
      }
      speaking++
      quiet = level > Math.max(floor + stayAbove, quietest) ? 0 : quiet + 1
      if (quiet < endFrames) return null
      const forMs = (speaking - quiet) * frameMs
      total += forMs
      speaking = null
      return { is: 'speech_ended', forMs }
    },
    heardMs: () => total + (speaking === null ? 0 : (speaking - quiet) * frameMs),
  }
}
