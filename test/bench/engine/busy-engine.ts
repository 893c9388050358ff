import { createEngine } from '../../../src-main/engine/create-engine.ts'
import { noRules } from '../../../src-main/engine/engine-rules.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { createSimDialer } from '../../fakes/sim-dialer.ts'
import { createVirtualClock } from '../../fakes/virtual-clock.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { manyLeads } from './many-leads.ts'

export interface BusyEngine {
  /** CPU seconds of engine and store per second of the calls' time. */
  readonly cpuShare: number
  readonly cpuMsPerCall: number
  readonly calls: number
  readonly mostAtOnce: number
}

const CALLS_AT_ONCE = 500
const RAMP_MS = 90_000
const MEASURED_MS = 300_000

/** So many calls up at a time, each rung for 8 s and talked for 45–75 s, on a clock that nobody waits for. */
export async function busyEngine(): Promise<BusyEngine> {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const settings = {
    maxConcurrentCalls: CALLS_AT_ONCE,
    maxRetries: 1,
    rotation: {
      strategy: 'round_robin',
      localMatch: 'off',
      spamThreshold: 7,
      maxCallsPerDay: 1_000,
      coolDownDays: 7,
    },
  } as const
  const campaign = await manyLeads(store, 20_000, {
    numbers: 20,
    settings,
    trunk: { maxCalls: CALLS_AT_ONCE, callsPerSecond: 100 },
    schedule: { respectContactZone: false },
  })
  const dice = seededDice(2)
  const clock = createVirtualClock(mondayAtTen)
  const dialer = createSimDialer({
    clock,
    answer: () => ({ result: 'answered', ringMs: 8_000, talkMs: 45_000 + Math.floor(dice() * 30_000) }),
  })
  const engine = createEngine({
    store,
    dialer,
    clock,
    rules: noRules,
    dice: seededDice(1),
    notify: () => {},
    report: error => console.error(error),
  })
  try {
    await engine.start()
    engine.changed(campaign)
    await clock.run(mondayAtTen + RAMP_MS)
    const before = process.cpuUsage()
    const dialled = dialer.invites.length
    await clock.run(mondayAtTen + RAMP_MS + MEASURED_MS)
    const { user, system } = process.cpuUsage(before)
    const calls = dialer.invites.length - dialled
    return {
      cpuShare: (user + system) / 1000 / MEASURED_MS,
      cpuMsPerCall: (user + system) / 1000 / calls,
      calls,
      mostAtOnce: dialer.mostAtOnce(),
    }
  } finally {
    await engine.close({ hangUp: true, withinMs: 0 })
    await store.close()
    folder.remove()
  }
}
