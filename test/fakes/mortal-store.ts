import type { EngineStore } from '../../src-main/engine/ports/store.ts'

export type Death = { readonly atDecision: number; readonly when: 'before' | 'after' }

export interface MortalStore extends EngineStore {
  /** Decisions taken so far. */
  readonly decisions: () => number
  readonly isDead: () => boolean
  /** Dies between two decisions. */
  kill(): void
  /** Dies, instead of as was planned, with a decision that many later than the latest one. */
  dieSoon(decisionsLater: number, when: Death['when']): void
}

/** A store whose process dies before or after its n-th decision: from then on nothing ever answers. */
export function createMortalStore(store: EngineStore, death: Death | null, onDeath: () => void): MortalStore {
  let decisions = 0
  let isDead = false
  let planned = death
  const die = () => {
    isDead = true
    onDeath()
    return new Promise<never>(() => {})
  }
  return {
    decisions: () => decisions,
    isDead: () => isDead,
    dieSoon: (decisionsLater, when) => {
      planned = { atDecision: decisions + decisionsLater, when }
    },
    kill: () => {
      if (isDead) return
      isDead = true
      onDeath()
    },
    transaction: async (work, waits) => {
      if (isDead) return new Promise<never>(() => {})
      decisions += 1
      const isLast = decisions === planned?.atDecision
      if (isLast && planned?.when === 'before') return die()
      const written = await store.transaction(work, waits)
      return isLast ? die() : written
    },
  }
}
