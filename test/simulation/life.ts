import { createEngine, type Engine } from '../../src-main/engine/create-engine.ts'
import type { EngineRules } from '../../src-main/engine/engine-rules.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { createMortalStore, type Death } from '../fakes/mortal-store.ts'
import { createSimDialer, type SimDialer, type Switchboard } from '../fakes/sim-dialer.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import { anOpenStore } from '../make/workspace.ts'
import type { Luck } from './luck.ts'
import type { World } from './world.ts'

/** One process, from its start to its death or its orderly end. */
export interface Life {
  readonly engine: Engine
  readonly store: Store
  readonly dialer: SimDialer
  isDead(): boolean
  /** What was asked of it, unless it died over it. */
  ask<T>(work: Promise<T>): Promise<T | 'died'>
  /** Kills it, if it lives, and lets go of its file; nothing that it began goes on. */
  bury(): Promise<void>
}

/** With any decision, or with one of those that follow when a call is prepared: where a crash hurts most. */
export type PlannedDeath =
  | Death
  | { readonly atCall: number; readonly decisionsLater: number; readonly when: Death['when'] }

export interface LifeOptions {
  readonly file: string
  readonly clock: VirtualClock
  readonly world: World & Switchboard
  readonly luck: Luck
  readonly rules: EngineRules
  readonly death: PlannedDeath | null
  readonly onBug: (error: unknown) => void
}

export async function beginLife({
  file,
  clock,
  world,
  luck,
  rules,
  death,
  onBug,
}: LifeOptions): Promise<Life> {
  const store = await anOpenStore(file, clock.now())
  let calls = 0
  const dialer = createSimDialer({
    clock,
    switchboard: world,
    answer: world.answer,
    prepare: () => {
      calls += 1
      if (death !== null && 'atCall' in death && death.atCall === calls)
        mortal.dieSoon(death.decisionsLater, death.when)
      return null
    },
  })
  let tellDeath: (value: 'died') => void = () => {}
  const died = new Promise<'died'>(resolve => {
    tellDeath = resolve
  })
  const mortal = createMortalStore(store, death !== null && 'atDecision' in death ? death : null, () => {
    dialer.die()
    tellDeath('died')
  })
  const engine = createEngine({
    store: mortal,
    dialer,
    clock,
    rules,
    dice: luck.dice,
    notify: () => {},
    report: error => {
      if (!mortal.isDead()) onBug(error)
    },
  })
  await Promise.race([engine.start(), died])
  return {
    engine,
    store,
    dialer,
    isDead: mortal.isDead,
    ask: work => Promise.race([work, died]),
    bury: async () => {
      mortal.kill()
      await store.close()
    },
  }
}
