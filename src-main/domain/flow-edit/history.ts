/** A value with the way back to what it was, and forth again. */
export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[]
  readonly now: T
  /** Nearest first. */
  readonly future: readonly T[]
  /** What the last edit was about, while it may still grow: `text of Greeting`. */
  readonly about: string | null
}

const mostSteps = 200

export const beginHistory = <T>(now: T): History<T> => ({ past: [], now, future: [], about: null })

/** An edit. Edits about the same thing in a row, as in typing, are taken back as one. */
export function edited<T>(history: History<T>, next: T, about: string | null = null): History<T> {
  if (next === history.now) return history
  const grows = about !== null && about === history.about
  const past = grows ? history.past : [...history.past, history.now].slice(-mostSteps)
  return { past, now: next, future: [], about }
}

export function undone<T>({ past, now, future, about }: History<T>): History<T> {
  const before = past.at(-1)
  if (before === undefined) return { past, now, future, about }
  return { past: past.slice(0, -1), now: before, future: [now, ...future], about: null }
}

export function redone<T>({ past, now, future, about }: History<T>): History<T> {
  const [after, ...rest] = future
  if (after === undefined) return { past, now, future, about }
  return { past: [...past, now], now: after, future: rest, about: null }
}
