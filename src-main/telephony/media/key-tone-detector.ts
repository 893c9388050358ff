import type { Key } from '../../domain/flow.ts'
import { frameMs } from './audio-format.ts'
import type { KeyPress } from './key-receiver.ts'
import { columnTones, keypad, rowTones } from './keypad.ts'

/** Hears keys in the sound itself (ITU-T Q.24), for peers without telephone-event. */
export interface KeyToneDetector {
  /** One frame of linear samples; a press is told when it has ended. */
  hear(frame: Int16Array): KeyPress | null
}

/** Quieter frames (−36 dBFS mean power) are not looked at. */
const leastPower = (32_768 * 10 ** (-36 / 20)) ** 2
/** Two pure tones carry nearly all power of the frame; a voice does not (Q.24: talk-off). */
const purity = 0.75
/** Row and column tone may differ by 9 dB (Q.24: twist). */
const twist = 10 ** (9 / 10)
/** Frames that must agree before it is a key, and gaps that a press survives. */
const leastFrames = 2
const mostGaps = 1

const coefficient = (hz: number) => 2 * Math.cos((2 * Math.PI * hz) / 8000)
const rows = rowTones.map(coefficient)
const columns = columnTones.map(coefficient)

/** Power of one frequency by Goertzel's recurrence, scaled so that a sine gives its mean power. */
function powerAt(coef: number, frame: Int16Array): number {
  let before = 0
  let last = 0
  for (let at = 0; at < frame.length; at++) {
    const next = (frame[at] as number) + coef * last - before
    before = last
    last = next
  }
  const squared = last * last + before * before - coef * last * before
  return (2 * squared) / (frame.length * frame.length)
}

interface Strongest {
  readonly at: number
  readonly power: number
}

function strongest(coefficients: readonly number[], frame: Int16Array): Strongest {
  let at = 0
  let power = -1
  for (let tone = 0; tone < coefficients.length; tone++) {
    const found = powerAt(coefficients[tone] as number, frame)
    if (found <= power) continue
    power = found
    at = tone
  }
  return { at, power }
}

function keyIn(frame: Int16Array): Key | null {
  let sum = 0
  for (let at = 0; at < frame.length; at++) sum += (frame[at] as number) * (frame[at] as number)
  const power = sum / frame.length
  if (power < leastPower) return null
  const row = strongest(rows, frame)
  // The weaker tone of a pair still has so much; most frames of speech end here, at half the cost.
  if (row.power < (purity * power) / (1 + twist)) return null
  const column = strongest(columns, frame)
  if (row.power + column.power < purity * power) return null
  if (row.power > column.power * twist || column.power > row.power * twist) return null
  return (keypad[row.at] as string)[column.at] as Key
}

export function createKeyToneDetector(): KeyToneDetector {
  let candidate: { key: Key; frames: number; gaps: number } | null = null
  const release = (): KeyPress | null => {
    const ended = candidate
    candidate = null
    return ended && ended.frames >= leastFrames
      ? { key: ended.key, durationMs: ended.frames * frameMs }
      : null
  }
  return {
    hear(frame) {
      const key = keyIn(frame)
      if (candidate && key === candidate.key) {
        candidate.frames++
        candidate.gaps = 0
        return null
      }
      if (candidate && key === null && candidate.gaps < mostGaps) {
        candidate.gaps++
        return null
      }
      const ended = release()
      if (key) candidate = { key, frames: 1, gaps: 0 }
      return ended
    },
  }
}
