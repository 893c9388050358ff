import { closedBreaker } from '../../domain/breaker.ts'
import type { CampaignFacts } from '../../domain/holds.ts'
import { HOUR, hourlyFreeAt } from '../../domain/hourly.ts'
import type { Instant } from '../../domain/ids.ts'
import { takeSlot } from '../../domain/pacing.ts'
import type { ForecastInput } from './forecast-input.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** What the rules want to know about the campaign, kept up to date by the run itself. */
export interface RunFacts extends Writable<Omit<CampaignFacts, 'trunk' | 'workspace' | 'list'>> {
  readonly trunk: Writable<NonNullable<CampaignFacts['trunk']>>
  readonly workspace: Writable<CampaignFacts['workspace']>
  readonly list: Writable<CampaignFacts['list']>
}

export interface RunPace {
  readonly facts: RunFacts
  /** Before the rules are asked. */
  look(now: Instant): void
  began(now: Instant): void
  ended(): void
}

export function createRunPace(input: ForecastInput): RunPace {
  const { settings, caps, trunk, recentStarts } = input
  const facts = factsAtFirst(input)
  const starts: Instant[] = [...recentStarts]
  const addActive = (by: 1 | -1): void => {
    facts.activeCalls += by
    facts.trunk.activeCalls += by
    facts.workspace.activeCalls += by
    facts.list.inProgress += by
  }
  return {
    facts,
    look: now => {
      const { callsPerHour } = settings
      if (callsPerHour === null || (facts.hourlyFreeAt !== null && facts.hourlyFreeAt > now)) return
      // The rule is asked only where it can hold: it reads every start of the hour.
      const isFull = (starts.at(-callsPerHour) ?? 0) > now - HOUR
      facts.hourlyFreeAt = isFull ? hourlyFreeAt(starts.slice(-callsPerHour), callsPerHour, now) : null
    },
    began: now => {
      addActive(1)
      facts.lastStartAt = now
      facts.workspace.slot = takeSlot(facts.workspace.slot, 1000 / caps.callsPerSecond, now)
      facts.trunk.slot = takeSlot(facts.trunk.slot, 1000 / trunk.callsPerSecond, now)
      const { callsPerHour } = settings
      if (callsPerHour === null) return
      starts.push(now)
      if (starts.length > 2 * callsPerHour) starts.splice(0, starts.length - callsPerHour)
    },
    ended: () => addActive(-1),
  }
}

/** A forecast expects that trunk, disk and store work, and that nobody else uses them. */
const factsAtFirst = ({ settings, schedule, caps, trunk, pool, lastStartAt }: ForecastInput): RunFacts => ({
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
  trunk: {
    name: '',
    maxCalls: trunk.maxCalls,
    callsPerSecond: trunk.callsPerSecond,
    activeCalls: 0,
    slot: null,
    breaker: closedBreaker,
    down: null,
  },
  workspace: { caps, activeCalls: 0, slot: null },
  list: { pending: 0, retry: 0, inProgress: 0, called: 0, calledUntil: null, restartable: 0 },
  waiting: [],
  storeProblem: null,
})
