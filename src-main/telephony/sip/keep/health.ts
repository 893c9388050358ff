import type { Instant } from '../../../domain/ids.ts'
import type { LineHealth } from '../sip-line.ts'

/** The line's health, and who is told when it changes. */
export const createHealth = (now: () => Instant) => {
  let health: LineHealth = { is: 'starting' }
  const listeners = new Set<(health: LineHealth) => void>()
  const become = (next: LineHealth): void => {
    health = next
    for (const listener of [...listeners]) listener(next)
  }
  return {
    get: (): LineHealth => health,
    up(registered: boolean): void {
      if (health.is !== 'up' || health.registered !== registered)
        become({ is: 'up', since: now(), registered })
    },
    down(reason: string, retryAt: Instant | null): void {
      become({ is: 'down', since: health.is === 'down' ? health.since : now(), reason, retryAt })
    },
    /** Down long enough: the next call may try. */
    halfOpen(): void {
      if (health.is === 'down') become({ is: 'starting' })
    },
    on(listener: (health: LineHealth) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Health = ReturnType<typeof createHealth>
