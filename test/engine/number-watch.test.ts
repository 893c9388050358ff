import { afterEach, describe, expect, test } from 'vitest'
import type { NumberId } from '../../src-main/domain/ids.ts'
import { onProbation, rest } from '../../src-main/domain/number-rest.ts'
import { numberBook } from '../../src-main/store/engine/score-inputs.ts'
import { readNumbers, type StoredNumber } from '../../src-main/store/read-numbers.ts'
import { setScore } from '../../src-main/store/save-number.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { addPastCalls, type PastCall } from '../make/past-calls.ts'
import { mondayAtTen } from '../make/workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = mondayAtTen
const bad = 1 as NumberId
const good = 2 as NumberId

let bench: Bench
afterEach(() => bench.end())

/** A workspace with two caller IDs and these calls behind it; the engine has looked at it once. */
async function withHistory(calls: readonly PastCall[], options: BenchOptions = {}): Promise<void> {
  bench = await aBench({ contacts: 40, ...options })
  await addPastCalls(bench.store, bench.campaign, calls)
  await look()
}

/** What a person changes makes the watch look at once. */
async function look(): Promise<void> {
  bench.engine.changed()
  await settled()
}

/** It reads in small pieces, each in a turn of its own. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await bench.clock.settle()
}

const stored = async (id: NumberId): Promise<StoredNumber> => {
  const [number] = await readNumbers(bench.store.db, bench.clock.now(), { number: id })
  if (number === undefined) throw new Error(`no number ${id}`)
  return number
}
const titles = () => bench.notices.map(({ title }) => title)
const audit = () =>
  bench.store.db
    .selectFrom('audit')
    .select(['action', 'subject'])
    .where('subject', 'like', 'number %')
    .execute()

/** So many calls, an hour ago, one each half minute. */
const calls = (number: NumberId, count: number, change: Partial<PastCall> = {}): PastCall[] =>
  Array.from({ length: count }, (_, index) => ({ number, at: now - HOUR + index * 30_000, ...change }))

/** The people of one number hang up at once and answer seldom; the other one has none of that. */
const oneGoneBad: readonly PastCall[] = [
  ...calls(bad, 80, { result: 'no_answer' }),
  ...calls(bad, 20, { talkMs: 2_000, optedOut: true }),
  ...calls(good, 100),
]

describe('monitoring.md §3, spam threshold: at or above it a number is excluded by itself', () => {
  test('it rests for the cool-down, with a notice and an entry in the audit log', async () => {
    await withHistory(oneGoneBad)
    const number = await stored(bad)
    expect(number.score).toBeGreaterThanOrEqual(7)
    expect(number.standing).toMatchObject({ is: 'resting', by: 'score', since: now, until: now + 7 * DAY })
    expect(titles()).toEqual(['+493012345600 (Line 0) rests until 2026-11-30'])
    expect(await audit()).toEqual([{ action: 'number.rested', subject: 'number 1' }])
    expect((await stored(good)).standing).toEqual({ is: 'active' })
  })

  test('the limits of the campaign that shows it count once that was launched', async () => {
    const settings = {
      rotation: {
        strategy: 'round_robin',
        localMatch: 'off',
        spamThreshold: 9,
        maxCallsPerDay: 100,
        coolDownDays: 2,
      },
    } as const
    await withHistory([], { settings, schedule: { windows: {} } })
    await bench.store.db.updateTable('campaigns').set({ state: 'running' }).execute()
    await addPastCalls(bench.store, bench.campaign, calls(bad, 1, { result: 'rejected', sipCode: 608 }))
    await look()
    expect(await stored(bad)).toMatchObject({ score: 7, standing: { is: 'active' } })
    await bench.store.write(tx => setScore(tx, bad, 9, 'by hand', now))
    await look()
    expect((await stored(bad)).standing).toMatchObject({ is: 'resting', until: now + 2 * DAY })
  })

  test('608 counts against the caller ID: one is enough', async () => {
    await withHistory(calls(bad, 1, { result: 'rejected', sipCode: 608 }))
    expect(await stored(bad)).toMatchObject({
      score: 7,
      standing: { is: 'resting', why: 'Score 7, limit 7' },
    })
  })

  test('few calls without an explicit signal never rest a number', async () => {
    await withHistory([...calls(bad, 49, { result: 'no_answer' }), ...calls(good, 400)])
    expect(await stored(bad)).toMatchObject({
      standing: { is: 'active' },
      estimate: { of: { lowData: true } },
    })
  })
})

describe('campaigns.md §10 line 17: an excluded number comes back after its rest through probation', () => {
  test('a score that falls only because it stood still does not bring it back earlier', async () => {
    await withHistory(oneGoneBad)
    const before = await stored(bad)
    await bench.clock.run(now + 6 * DAY)
    await look()
    expect(await stored(bad)).toMatchObject({ score: before.score, standing: { is: 'resting' } })
  })

  test('when its days are over it is on probation, its score begins anew, and says so', async () => {
    await withHistory(oneGoneBad)
    await bench.clock.run(now + 7 * DAY)
    await look()
    expect(await stored(bad)).toMatchObject({
      score: 0,
      standing: { is: 'probation', since: now + 7 * DAY, left: 20 },
    })
    expect(titles().at(-1)).toBe('+493012345600 (Line 0) is back on probation')
    expect((await audit()).at(-1)?.action).toBe('number.returned')
  })

  test('a better score from elsewhere brings it back at once', async () => {
    await withHistory(oneGoneBad)
    await bench.store.write(tx => setScore(tx, bad, 2, 'Reputation list', now))
    await look()
    expect((await stored(bad)).standing).toMatchObject({ is: 'probation' })
  })

  test('20 good calls: passed', async () => {
    await withHistory([])
    await setStanding(bad, onProbation(now - 2 * HOUR))
    await addPastCalls(bench.store, bench.campaign, calls(bad, 20))
    await look()
    expect((await stored(bad)).standing).toEqual({ is: 'active' })
    expect(titles()).toEqual(['+493012345600 (Line 0) passed its probation'])
    expect((await audit()).at(-1)?.action).toBe('number.passed')
  })

  test('20 bad calls: it rests again', async () => {
    await withHistory([])
    await setStanding(bad, onProbation(now - 2 * HOUR))
    await addPastCalls(bench.store, bench.campaign, [
      ...calls(bad, 20, { talkMs: 1_000, optedOut: true }),
      ...calls(good, 50),
    ])
    await look()
    expect((await stored(bad)).standing).toMatchObject({ is: 'resting', by: 'score' })
  })

  test('what it did before its rest is not held against it twice', async () => {
    await withHistory(oneGoneBad)
    await setStanding(bad, onProbation(now))
    await look()
    expect(await stored(bad)).toMatchObject({ score: 0, estimate: { of: { attempts: 0 } } })
  })
})

test('a number that a person rested meanwhile keeps what the person said', async () => {
  await withHistory([])
  await setStanding(bad, rest('hand', 'Rests by hand', 3, now))
  await addPastCalls(bench.store, bench.campaign, oneGoneBad)
  await look()
  expect((await stored(bad)).standing).toMatchObject({ by: 'hand', until: now + 3 * DAY })
})

test('campaigns.md §10 line 16: one number only: its exclusion still applies, and is what holds the campaign', async () => {
  bench = await aBench({
    numbers: 1,
    contacts: 5,
    settings: { intervalMs: 120_000 },
    answer: () => ({ result: 'rejected', sipCode: 608 }),
  })
  await bench.launch(now + HOUR)
  expect(bench.dialer.invites).toHaveLength(1)
  expect(bench.engine.holds(bench.campaign)).toMatchObject([
    { is: 'numbers-capped', until: now + 7 * DAY + 60_000 },
  ])
})

test('a campaign that calls is scored while it runs, without anybody asking', async () => {
  bench = await aBench({ contacts: 30, settings: { maxConcurrentCalls: 5 } })
  await bench.launch()
  await settled()
  expect((await stored(bad)).estimate?.of).toMatchObject({ attempts: 15, lowData: true })
})

test('a number whose calls cannot be read keeps its score, and gets the right one when they can', async () => {
  let unreadable = true
  await withHistory(oneGoneBad, {
    engine: {
      numberDay: async (...asked) =>
        unreadable ? null : numberBook(bench.store.statements).callsOf(...asked),
    },
  })
  expect(await stored(bad)).toMatchObject({ estimate: null, standing: { is: 'active' } })
  unreadable = false
  await look()
  expect(await stored(bad)).toMatchObject({ standing: { is: 'resting' } })
})

const setStanding = (id: NumberId, standing: Parameters<ReturnType<typeof numberBook>['setStanding']>[1]) =>
  bench.store.write(() => numberBook(bench.store.statements).setStanding(id, standing))
