import type { Key } from '../../domain/flow.ts'
import { keys } from '../../domain/flow.ts'
import { samplesPerMs } from './audio-format.ts'

export interface KeyPress {
  readonly key: Key
  readonly durationMs: number
}

/** Turns the many packets of RFC 4733 events into one key press each. */
export interface KeyReceiver {
  take(timestamp: number, payload: Uint8Array, nowMs: number): KeyPress | null
  /** A press whose end packets were all lost counts as ended after a while. Call each frame. */
  expire(nowMs: number): KeyPress | null
}

/** Packets of a held key come every 20–50 ms; several in a row may be lost. */
const longestGapMs = 150
/** Timestamps further back are a new timeline, not packets that were overtaken. */
const longestOvertaking = 2000 * samplesPerMs

export function createKeyReceiver(): KeyReceiver {
  let pressed: { key: Key; timestamp: number; duration: number; heardAt: number } | null = null
  let lastTold: number | null = null

  const release = (): KeyPress | null => {
    if (!pressed) return null
    const press = { key: pressed.key, durationMs: Math.round(pressed.duration / samplesPerMs) }
    lastTold = pressed.timestamp
    pressed = null
    return press
  }

  return {
    take(timestamp, payload, nowMs) {
      if (payload.length < 4) return null
      const key = keys[payload[0] as number]
      if (!key) return null
      const end = ((payload[1] as number) & 0x80) !== 0
      const duration = ((payload[2] as number) << 8) | (payload[3] as number)
      // A repeated end packet, or one overtaken by the next key.
      const sinceTold = lastTold === null ? 1 : (timestamp - lastTold) | 0
      if (sinceTold <= 0 && sinceTold > -longestOvertaking) return null
      if (pressed && ((timestamp - pressed.timestamp) | 0) < 0) return null
      const earlier = pressed && pressed.timestamp !== timestamp ? release() : null
      pressed = { key, timestamp, duration: Math.max(duration, pressed?.duration ?? 0), heardAt: nowMs }
      if (earlier) return earlier
      return end ? release() : null
    },
    expire: nowMs => (pressed && nowMs - pressed.heardAt > longestGapMs ? release() : null),
  }
}
