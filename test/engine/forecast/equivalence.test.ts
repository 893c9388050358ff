import { resolve } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { CampaignSettings } from '../../../src-main/domain/campaign.ts'
import type { E164, Instant, TrunkId } from '../../../src-main/domain/ids.ts'
import type { Schedule } from '../../../src-main/domain/schedule.ts'
import type { TrunkSettings } from '../../../src-main/domain/trunk.ts'
import type { EngineRules } from '../../../src-main/engine/engine-rules.ts'
import { noRules } from '../../../src-main/engine/engine-rules.ts'
import { buildInput } from '../../../src-main/engine/forecast/build-input.ts'
import { createDice } from '../../../src-main/engine/forecast/dice.ts'
import type { SimulatedCall } from '../../../src-main/engine/forecast/outcomes.ts'
import { simulate } from '../../../src-main/engine/forecast/simulate.ts'
import { createRulebook } from '../../../src-main/engine/rulebook.ts'
import { createHolidays } from '../../../src-main/numbering/holidays.ts'
import { placeOf } from '../../../src-main/numbering/place-of.ts'
import { readProfiles } from '../../../src-main/numbering/read-profiles.ts'
import { readForecast } from '../../../src-main/store/read-forecast.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { type Ending, trunkRefuses } from '../../fakes/sim-dialer.ts'
import { aBench } from '../../make/engine.ts'
import { addLate, aPerson, mondayAtTen, phone } from '../../make/workspace.ts'

/** The people: what each does on its n-th call hangs on nothing but its number. */
function ending(number: E164, attempt: number): Required<Pick<Ending, 'ringMs'>> & Ending {
  const dice = seededDice(Number(number.slice(-7)) * 31 + attempt)
  const drawn = dice()
  const ringMs = 3_000 + Math.floor(dice() * 9_000)
  const talkMs = 5_000 + Math.floor(dice() * 90_000)
  if (drawn < 0.3) return { result: 'answered', sipCode: 200, ringMs, talkMs }
  if (drawn < 0.45) return { result: 'busy', sipCode: 486, ringMs }
  if (drawn < 0.75) return { result: 'no_answer', sipCode: 487, ringMs: 30_000 }
  if (drawn < 0.85) return { result: 'voicemail', sipCode: 200, ringMs, talkMs }
  if (drawn < 0.9) return { result: 'failed', failure: 'congestion', sipCode: 500, ringMs }
  if (drawn < 0.95) return { result: 'rejected', sipCode: 603, ringMs }
  return { result: 'invalid', sipCode: 404, ringMs }
}

const RINGS_AFTER_MS = 1_000

/** Every third try is refused by the trunk before anything can have rung. */
const isRefused = (number: E164, attempt: number): boolean => (Number(number.slice(-2)) + attempt) % 3 === 0

function played(number: E164, attempt: number, refuses = false): SimulatedCall {
  if (refuses && isRefused(number, attempt))
    return {
      ended: { result: 'failed', failure: 'trunk', mayHaveRung: false, sipCode: 503, optedOut: false },
      ringMs: RINGS_AFTER_MS,
      talkMs: 0,
    }
  const { result, failure = null, sipCode = 200, ringMs, talkMs } = ending(number, attempt)
  return {
    ended: { result, failure, mayHaveRung: true, sipCode, optedOut: false },
    ringMs: RINGS_AFTER_MS + ringMs,
    talkMs: talkMs ?? 0,
  }
}

interface Case {
  readonly numbers?: number
  readonly callerIds?: number
  readonly settings?: Partial<CampaignSettings>
  readonly schedule?: Partial<Schedule>
  readonly to?: readonly E164[]
  readonly rules?: EngineRules
  readonly at?: Instant
  readonly trunk?: Partial<TrunkSettings>
  readonly further?: Readonly<Record<string, Partial<TrunkSettings>>>
  readonly refuses?: boolean
}

/** Runs the real engine over a workspace file, and the forecast over what it read of the same file before. */
async function both({
  numbers = 40,
  callerIds = 3,
  to,
  rules = noRules,
  at = mondayAtTen,
  refuses = false,
  ...rest
}: Case) {
  const bench = await aBench({
    ...rest,
    contacts: to === undefined ? numbers : 0,
    numbers: callerIds,
    at,
    engine: { rules },
    answer: ({ to: number }, attempt) =>
      refuses && isRefused(number, attempt) ? trunkRefuses : ending(number, attempt),
  })
  if (to !== undefined) {
    const people = to.map(number => aPerson({ phone: number, place: placeOf(number) }))
    await addLate(bench.store, bench.campaign, people, at)
  }
  const { rows: databases } = await sql<{ file: string }>`PRAGMA database_list`.execute(bench.store.db)
  const file = openReadOnly(databases[0]?.file ?? '')
  const rows = readForecast(file, { campaign: bench.campaign, at })
  if (rows === null) throw new Error('no campaign')
  const called: E164[] = []
  const input = buildInput(rows, {
    rules,
    practice: all => {
      called.push(...all)
      return {
        from: 'practice',
        play: ({ lead, invites }) => played(all[lead] as E164, invites + 1, refuses),
        text: '',
      }
    },
  })
  file.close()
  const forecast: string[] = []
  const run = simulate(input, input.people.from === 'practice' ? input.people.play : never, createDice(1), {
    started: call =>
      forecast.push(
        line(
          call.at,
          called[call.lead] as E164,
          input.pool[call.number]?.e164 as E164,
          input.trunks[call.trunk]?.id,
        ),
      ),
  })
  await bench.launch()
  const engine = bench.dialer.invites.map(invite =>
    line(invite.at, invite.number, invite.callerId, invite.trunk),
  )
  const statuses = await bench.statuses()
  const { state: is, ended_at: endedAt } = await bench.store.db
    .selectFrom('campaigns')
    .select(['state', 'ended_at'])
    .executeTakeFirstOrThrow()
  const end = { is, at: endedAt }
  await bench.end()
  const planned = { ...input.list.settled, ...run.statuses }
  return { engine, forecast, statuses, planned, run, end, bugs: bench.bugs }
}

const never = (): never => {
  throw new Error('nobody is drawn here')
}

const line = (at: Instant, to: E164, from: E164, trunk: TrunkId | undefined) =>
  `${new Date(at).toISOString()} ${to} shown ${from} over ${trunk}`

/** The proof that there is no second opinion: the same people, called at the same instants, under the same numbers. */
async function expectSame(about: Case): Promise<void> {
  const { engine, forecast, statuses, planned, run, end, bugs } = await both(about)
  expect(bugs).toEqual([])
  expect(forecast).toEqual(engine)
  expect(planned).toEqual(statuses)
  expect({ is: run.end.is, at: run.endedAt }).toEqual(end)
}

test('windows, retries and another part of the day: the forecast starts the calls of the engine', () =>
  expectSame({ settings: { maxConcurrentCalls: 4 } }))

test('campaigns.md §2, an ordered failover group: its capacity in order', () =>
  expectSame({
    settings: { maxConcurrentCalls: 9, maxRetries: 1 },
    trunk: { maxCalls: 2, callsPerSecond: 0.5 },
    further: { South: { maxCalls: 3, callsPerSecond: 1 }, West: { maxCalls: 1 } },
  }))

test('telephony.md §3, 503: the next trunk of the group takes over', () =>
  expectSame({
    settings: { maxConcurrentCalls: 3, maxRetries: 1 },
    further: { South: {} },
    refuses: true,
  }))

test('a pause between calls', () =>
  expectSame({ settings: { maxConcurrentCalls: 10, intervalMs: 45_000, maxRetries: 1 } }))

test('calls per hour over a sliding hour', () =>
  expectSame({ settings: { maxConcurrentCalls: 10, callsPerHour: 12, maxRetries: 1 } }))

test('several windows a day, one over midnight, without another part of the day', () =>
  expectSame({
    settings: { maxConcurrentCalls: 2, varyTimeOfDay: false, retryMinutes: 200 },
    schedule: {
      windows: {
        mon: [
          { from: 9 * 60, to: 10 * 60 + 30 },
          { from: 13 * 60, to: 13 * 60 + 20 },
          { from: 23 * 60, to: 60 },
        ],
        thu: [{ from: 600, to: 620 }],
      },
    },
  }))

test('caps per number and day, and the days on which everybody waits for a number', () =>
  expectSame({
    callerIds: 2,
    settings: {
      maxConcurrentCalls: 5,
      rotation: {
        strategy: 'least_used_today',
        localMatch: 'off',
        spamThreshold: 7,
        maxCallsPerDay: 15,
        coolDownDays: 7,
      },
    },
  }))

test('attempts per day and week hold a contact for later', () =>
  expectSame({
    settings: {
      maxConcurrentCalls: 5,
      attemptsPerDay: 1,
      attemptsPerWeek: 2,
      maxRetries: 4,
      retryMinutes: 30,
    },
  }))

test('a completion timeout after the last attempt', () =>
  expectSame({ settings: { maxConcurrentCalls: 5, completionMinutes: 90, maxRetries: 0 } }))

const inSixZones: readonly E164[] = [
  ...Array.from({ length: 8 }, (_, at) => phone(at)),
  ...Array.from({ length: 8 }, (_, at) => `+1212555${1200 + at}`),
  ...Array.from({ length: 8 }, (_, at) => `+1312555${1200 + at}`),
  ...Array.from({ length: 8 }, (_, at) => `+1415555${1200 + at}`),
  ...Array.from({ length: 8 }, (_, at) => `+44207946${1000 + at}`),
  ...Array.from({ length: 8 }, (_, at) => `+61291234${100 + at}`),
]

test('six zones, each with the hours of its contacts', () =>
  expectSame({ to: inSixZones, settings: { maxConcurrentCalls: 6 } }))

test('the shipped law: hours, holidays and attempt caps of every place', async () => {
  const rules = createRulebook(
    await readProfiles(resolve(import.meta.dirname, '../../../resources')),
    createHolidays(),
  )
  // The law asks for consent in some of these places; who has none is skipped by both.
  await expectSame({ to: inSixZones, rules, settings: { maxConcurrentCalls: 6, purpose: 'information' } })
})
