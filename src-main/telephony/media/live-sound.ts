import type { StereoFrame } from './stereo-frame.ts'

/** Who listens to one leg. Its worker is asked for sound only while somebody does. */
export interface LiveSound {
  /** @returns the way to stop */
  add(hear: (frame: StereoFrame) => void): () => void
  tell(frame: StereoFrame): void
}

/** @param turn told when the first one comes and when the last one leaves */
export function createLiveSound(turn: (on: boolean) => void): LiveSound {
  const ears = new Set<{ readonly hear: (frame: StereoFrame) => void }>()
  return {
    add(hear) {
      const ear = { hear }
      if (ears.size === 0) turn(true)
      ears.add(ear)
      return () => {
        if (ears.delete(ear) && ears.size === 0) turn(false)
      }
    },
    tell(frame) {
      for (const { hear } of ears) hear(frame)
    },
  }
}
