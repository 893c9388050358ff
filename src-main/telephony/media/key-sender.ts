import type { Key } from '../../domain/flow.ts'
import { frameMs, samplesPerMs } from './audio-format.ts'
import { eventOf } from './keypad.ts'

/** One telephone-event packet to send instead of a frame of audio. */
export interface KeyPacket {
  readonly payload: Buffer
  /** Set on the first packet of an event. */
  readonly marker: boolean
  /** Of the beginning of the key press; the same on all its packets. */
  readonly timestamp: number
}

/** Sends keys one after the other as RFC 4733 events. */
export interface KeySender {
  add(key: Key, durationMs: number): void
  /** What to send in this 20 ms slot: `null` when audio may be sent. */
  next(timestamp: number): KeyPacket | null
}

/** The packet that ends an event is sent three times (RFC 4733 section 2.5.1.4). */
const endPackets = 3
/** Silence between two keys, so that even a tone detector behind a gateway tells them apart (ITU-T Q.24: 40 ms). */
const pauseFrames = 3
const shortestMs = 40
const longestMs = 5000
const volumeDbm0 = 10

interface Press {
  readonly event: number
  readonly duration: number
}

export function createKeySender(): KeySender {
  const waiting: Press[] = []
  let current: { press: Press; timestamp: number; frames: number; ends: number } | null = null
  let pause = 0

  const packet = ({ event, duration }: Press, elapsed: number, end: boolean) => {
    const payload = Buffer.alloc(4)
    payload[0] = event
    payload[1] = (end ? 0x80 : 0) | volumeDbm0
    payload.writeUInt16BE(Math.min(elapsed, duration), 2)
    return payload
  }

  return {
    add(key, durationMs) {
      const ms = Math.min(longestMs, Math.max(shortestMs, durationMs))
      waiting.push({ event: eventOf(key), duration: Math.round(ms) * samplesPerMs })
    },
    next(timestamp) {
      if (!current) {
        if (pause > 0) {
          pause--
          return null
        }
        const press = waiting.shift()
        if (!press) return null
        current = { press, timestamp, frames: 0, ends: 0 }
      }
      const { press } = current
      current.frames++
      const elapsed = current.frames * frameMs * samplesPerMs
      const end = elapsed >= press.duration
      if (end) current.ends++
      const sent = {
        payload: packet(press, elapsed, end),
        marker: current.frames === 1,
        timestamp: current.timestamp,
      }
      if (current.ends === endPackets) {
        current = null
        pause = pauseFrames
      }
      return sent
    },
  }
}
