import type { Law } from './g711.ts'
import type { SoundLevel } from './media-pool.ts'

export interface LevelMeter {
  /** 20 ms of both sides. */
  take(caller: Uint8Array, agent: Uint8Array, law: Law): void
  /** Loudest since it was read before. */
  read(): SoundLevel
}

/** A meter is looked at twice a second: every other frame tells enough, at half the work. */
const EVERY = 2
const FULL = 32_768

export function createLevelMeter(): LevelMeter {
  let frames = 0
  let caller = 0
  let agent = 0
  return {
    take(left, right, law) {
      if (++frames % EVERY !== 0) return
      caller = Math.max(caller, loudest(left, law))
      agent = Math.max(agent, loudest(right, law))
    },
    read() {
      const level = { caller: caller / FULL, agent: agent / FULL }
      caller = 0
      agent = 0
      return level
    },
  }
}

function loudest(bytes: Uint8Array, { decoded }: Law): number {
  let most = 0
  for (const byte of bytes) most = Math.max(most, Math.abs(decoded[byte] as number))
  return most
}
