import { closedBreaker } from '../../domain/breaker.ts'
import type { CampaignFacts } from '../../domain/holds/facts.ts'
import { HOUR, hourlyFreeAt } from '../../domain/hourly.ts'
import type { Instant } from '../../domain/ids.ts'
import { takeSlot } from '../../domain/pacing.ts'
import type { TrunkFacts } from '../../domain/trunk-group.ts'
import type { ForecastInput } from './forecast-input.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** What the rules want to know about the campaign, kept up to date by the run itself. */
export interface RunFacts extends Writable<Omit<CampaignFacts, 'trunks' | 'workspace' | 'list'>> {
  readonly trunks: readonly Writable<TrunkFacts>[]
  readonly workspace: Writable<CampaignFacts['workspace']>
  readonly list: Writable<CampaignFacts['list']>
}

export interface RunPace {
  readonly facts: RunFacts
  /** Before the rules are asked. */
  look(now: Instant): void
  /** @param trunk place in the group */
  began(trunk: number, now: Instant): void
  ended(trunk: number): void
}

export function createRunPace(input: ForecastInput): RunPace {
  const { settings, caps, recentStarts } = input
  const facts = factsAtFirst(input)
  const starts: Instant[] = [...recentStarts]
  const addActive = (trunk: Writable<TrunkFacts>, by: 1 | -1): void => {
    facts.activeCalls += by
    trunk.activeCalls += by
    facts.workspace.activeCalls += by
    facts.list.inProgress += by
  }
  const trunkAt = (at: number) => facts.trunks[at] as Writable<TrunkFacts>
  return {
    facts,
    look: now => {
      const { callsPerHour } = settings
      if (callsPerHour === null || (facts.hourlyFreeAt !== null && facts.hourlyFreeAt > now)) return
      // The rule is asked only where it can hold: it reads every start of the hour.
      const isFull = (starts.at(-callsPerHour) ?? 0) > now - HOUR
      facts.hourlyFreeAt = isFull ? hourlyFreeAt(starts.slice(-callsPerHour), callsPerHour, now) : null
    },
    began: (at, now) => {
      const trunk = trunkAt(at)
      addActive(trunk, 1)
      facts.lastStartAt = now
      facts.workspace.slot = takeSlot(facts.workspace.slot, 1000 / caps.callsPerSecond, now)
      trunk.slot = takeSlot(trunk.slot, 1000 / trunk.callsPerSecond, now)
      const { callsPerHour } = settings
      if (callsPerHour === null) return
      starts.push(now)
      if (starts.length > 2 * callsPerHour) starts.splice(0, starts.length - callsPerHour)
    },
    ended: at => addActive(trunkAt(at), -1),
  }
}

/** A forecast expects that trunk, disk and store work, and that nobody else uses them. */
const factsAtFirst = ({ settings, schedule, caps, trunks, pool, lastStartAt }: ForecastInput): RunFacts => ({
  state: { is: 'running' },
  settings,
  schedule,
  // The calendars of its places know.
  hoursLifted: false,
  hasAgent: true,
  usableNumbers: pool.length,
  numbersOut: null,
  lastStartAt,
  hourlyFreeAt: null,
  activeCalls: 0,
  abandonment: null,
  short: [],
  trunks: trunks.map(({ id, name, maxCalls, callsPerSecond }) => ({
    id,
    name,
    maxCalls,
    callsPerSecond,
    activeCalls: 0,
    slot: null,
    breaker: closedBreaker,
    down: null,
    short: null,
    numbersOut: null,
  })),
  workspace: { caps, activeCalls: 0, slot: null },
  list: { pending: 0, retry: 0, inProgress: 0, called: 0, calledUntil: null, restartable: 0 },
  waiting: [],
  storeProblem: null,
})
