import type { Hold } from '../domain/holds/hold.ts'
import { nextLook } from '../domain/holds/next-look.ts'
import type { Instant } from '../domain/ids.ts'
import type { ActiveCall } from '../engine/active-calls.ts'

export interface Situation {
  readonly holds: readonly Hold[]
  readonly active: readonly Pick<ActiveCall, 'state'>[]
  /** Calls so far that got through to somebody's line, free or not. */
  readonly reached: number
}

/** How long a command that runs a campaign waits for better times. */
export interface Patience {
  /** Asked again and again: what it has waited or would have to wait too long for; `null`: it goes on waiting. */
  spent(situation: Situation): Hold | null
}

/**
 * A time that is too far away is enough. A trunk only says when it is tried next: there it counts how long nobody has
 * been reached since it was held first.
 */
export function createPatience(waitSeconds: number, now: () => Instant): Patience {
  const longest = waitSeconds * 1000
  let held: { readonly since: Instant; readonly by: Hold; readonly reached: number } | null = null
  let before: Hold | null = null

  const tooLong = (holds: readonly Hold[]): Hold | null => {
    if (held !== null && now() - held.since > longest) return held.by
    const [first] = holds
    if (first === undefined || first.is === 'trunk-held') return null
    const due = nextLook(holds)
    return due === null || due - now() > longest ? first : null
  }

  return {
    spent({ holds, active, reached }) {
      const isReaching = active.some(({ state }) => state === 'ringing' || state === 'answered')
      if (held !== null && (isReaching || reached > held.reached)) held = null
      const [first] = holds
      if (first?.is === 'trunk-held') held = { since: held?.since ?? now(), by: first, reached }
      const hold = active.length > 0 ? null : tooLong(holds)
      // Between the end of a call and the engine's next look its holds are those of before: once more, to be sure.
      const isSure = hold !== null && hold.is === before?.is
      before = hold
      return isSure ? hold : null
    },
  }
}
