import { frameMs } from './audio-format.ts'

/**
 * Spreads senders over twenty 1 ms slots with absolute deadlines: 500 calls then leave as 25 packets each
 * millisecond instead of 500 at once. Owns no clock; `run` is called with the time.
 */
export interface Pacer<T> {
  add(sender: T, now: number): void
  remove(sender: T): void
  /** Serves everything due and says when it wants to run again; `null` when nobody is left. */
  run(now: number): number | null
}

export interface Paced<T> {
  /** One frame of this sender was due at `due`. */
  readonly frame: (sender: T, due: number) => void
  /** The process stood still: so many frames are left out. */
  readonly skipped: (sender: T, frames: number) => void
}

/** After a longer stall frames are left out: a burst would only overflow the far side's jitter buffer. */
export const longestCatchUpMs = 60

interface Slot<T> {
  readonly senders: T[]
  due: number
}

export function createPacer<T>(start: number, { frame, skipped }: Paced<T>): Pacer<T> {
  const slots: Slot<T>[] = Array.from({ length: frameMs }, (_, slot) => ({ senders: [], due: start + slot }))
  const emptiest = () =>
    slots.reduce((best, slot) => (slot.senders.length < best.senders.length ? slot : best))

  return {
    add(sender, now) {
      const slot = emptiest()
      if (slot.senders.length === 0) slot.due += frameMs * Math.max(0, Math.ceil((now - slot.due) / frameMs))
      slot.senders.push(sender)
    },
    remove(sender) {
      for (const { senders } of slots) {
        const at = senders.indexOf(sender)
        if (at >= 0) senders.splice(at, 1)
      }
    },
    run(now) {
      let next: number | null = null
      for (const slot of slots) {
        if (slot.senders.length === 0) continue
        if (now - slot.due > longestCatchUpMs) {
          const frames = Math.floor((now - slot.due) / frameMs)
          slot.due += frames * frameMs
          for (const sender of slot.senders) skipped(sender, frames)
        }
        while (slot.due <= now) {
          // A copy, because a frame may end a call and remove its sender.
          for (const sender of slot.senders.slice()) frame(sender, slot.due)
          slot.due += frameMs
        }
        if (next === null || slot.due < next) next = slot.due
      }
      return next
    },
  }
}
