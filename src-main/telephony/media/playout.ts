import { frameSamples } from './audio-format.ts'
import type { EncodedSound } from './encoded-sound.ts'
import type { Law } from './g711.ts'

export interface PlayEnd {
  /** Number of the play that ended. */
  readonly play: number
  readonly interrupted: boolean
}

/** What one leg is about to say: a queue of sounds, cut into frames. */
export interface Playout {
  add(play: number, sound: EncodedSound): void
  /** Sounds at once; what was playing goes on afterwards. */
  interject(sound: EncodedSound): void
  /** Fills one frame, with silence where nothing plays, and tells which play has ended with it. */
  fill(frame: Uint8Array, law: Law): PlayEnd | null
  clear(): PlayEnd[]
}

interface Entry {
  /** `null` for what was interjected. */
  readonly play: number | null
  readonly sound: EncodedSound
  at: number
}

export function createPlayout(): Playout {
  let queue: Entry[] = []
  return {
    add: (play, sound) => void queue.push({ play, sound, at: 0 }),
    interject(sound) {
      const place = queue.findIndex(({ play }) => play !== null)
      queue.splice(place < 0 ? queue.length : place, 0, { play: null, sound, at: 0 })
    },
    fill(frame, law) {
      const current = queue[0]
      if (!current) {
        frame.fill(law.silence)
        return null
      }
      const bytes = current.sound[law.name]
      for (let at = 0; at < frameSamples; at++) frame[at] = bytes[current.at + at] ?? law.silence
      current.at += frameSamples
      if (current.at < bytes.length) return null
      queue.shift()
      return current.play === null ? null : { play: current.play, interrupted: false }
    },
    clear() {
      const ended = queue.flatMap(({ play }) => (play === null ? [] : [{ play, interrupted: true }]))
      queue = queue.filter(({ play }) => play === null)
      return ended
    },
  }
}
