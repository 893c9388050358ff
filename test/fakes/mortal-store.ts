import type { EngineStore } from '../../src-main/engine/ports.ts'

export type Death = { readonly atDecision: number; readonly when: 'before' | 'after' }

export interface MortalStore extends EngineStore {
  /** Decisions taken so far. */
  readonly decisions: () => number
  readonly isDead: () => boolean
  /** Dies between two decisions. */
  kill(): void
}

/** A store whose process dies before or after its n-th decision: from then on nothing ever answers. */
export function createMortalStore(store: EngineStore, death: Death | null, onDeath: () => void): MortalStore {
  let decisions = 0
  let isDead = false
  const die = () => {
    isDead = true
    onDeath()
    return new Promise<never>(() => {})
  }
  return {
    decisions: () => decisions,
    isDead: () => isDead,
    kill: () => {
      if (isDead) return
      isDead = true
      onDeath()
    },
    transaction: async (work, waits) => {
      if (isDead) return new Promise<never>(() => {})
      decisions += 1
      const isLast = decisions === death?.atDecision
      if (isLast && death?.when === 'before') return die()
      const written = await store.transaction(work, waits)
      return isLast ? die() : written
    },
  }
}
