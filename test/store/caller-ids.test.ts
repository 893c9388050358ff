import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CampaignId, NumberId, TrunkId } from '../../src-main/domain/ids.ts'
import { type NumberStanding, onProbation, rest } from '../../src-main/domain/number-rest.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import type { NumberBook } from '../../src-main/engine/ports/number-book.ts'
import { countAnswer, countStart, pool } from '../../src-main/store/engine/number-records.ts'
import { numberBook } from '../../src-main/store/engine/score-inputs.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { readNumbers } from '../../src-main/store/read-numbers.ts'
import { restNumber, setScore } from '../../src-main/store/save-number.ts'
import { createTrunk } from '../../src-main/store/save-trunk.ts'
import { setTrunks } from '../../src-main/store/set-trunks.ts'
import { writeSetting } from '../../src-main/store/workspace-settings.ts'
import { addPastCalls, type PastCall } from '../make/past-calls.ts'
import { aCampaign, aFolder, anOpenStore, type Folder, mondayAtTen, phone } from '../make/workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = mondayAtTen
const first = 1 as NumberId
const second = 2 as NumberId

let folder: Folder
let store: Store
let campaign: CampaignId
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 10, numbers: 2 })).campaign
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

async function within<T>(work: () => T | Promise<T>): Promise<T> {
  const written = await store.write(async () => work())
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}
const poolAt = (at = now) => within(() => pool(store.statements, campaign, at))
const book = <T>(work: (numbers: NumberBook) => Promise<T>) =>
  within(() => work(numberBook(store.statements)))
const setZone = (number: NumberId, zone: string) =>
  within(() => store.statements.run('UPDATE numbers SET zone = ? WHERE id = ?', zone, number))
const start = (number: NumberId, at = now) => within(() => countStart(store.statements, number, at))
const setStanding = (standing: NumberStanding) => book(numbers => numbers.setStanding(first, standing))

describe('monitoring.md §3: max calls per number per day, day in the number’s own zone', () => {
  test('each start counts on the day that its number’s own wall shows', async () => {
    await setZone(first, 'Pacific/Auckland')
    // Monday 23:30 in Auckland, then Tuesday 00:30 there; Monday in UTC.
    await start(first, Date.UTC(2026, 10, 23, 10, 30))
    await start(first, Date.UTC(2026, 10, 23, 11, 30))
    await start(second, Date.UTC(2026, 10, 23, 11, 30))
    const days = await store.db.selectFrom('number_days').select(['number_id', 'day', 'calls']).execute()
    expect(days).toEqual([
      { number_id: first, day: '2026-11-23', calls: 1 },
      { number_id: first, day: '2026-11-24', calls: 1 },
      { number_id: second, day: '2026-11-23', calls: 1 },
    ])
  })

  test('today’s calls are those of today there, east and west of Greenwich', async () => {
    await setZone(first, 'Pacific/Kiritimati')
    await setZone(second, 'Pacific/Pago_Pago')
    const evening = Date.UTC(2026, 10, 23, 10, 30)
    await start(first, evening - HOUR)
    await start(first, evening)
    await start(second, evening - HOUR)
    await start(second, evening + HOUR)
    // Tuesday began half an hour ago on Kiritimati; Monday begins in half an hour on Pago Pago.
    expect((await poolAt(evening)).map(({ callsToday }) => callsToday)).toEqual([1, 1])
    expect((await poolAt(evening + HOUR)).map(({ callsToday }) => callsToday)).toEqual([1, 1])
  })

  test('calls that are reserved and not sent yet take their room already', async () => {
    await start(first)
    await within(() =>
      store.statements.run(
        `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
           agent_version_id, to_number, place_id, caller_id, state, reserved_at, lead_before)
         VALUES ('x', ?, 1, 1, 1, 1, 1, ?, 1, ?, 1, '', 'reserved', ?, '{}')`,
        campaign,
        first,
        phone(0),
        now,
      ),
    )
    expect((await poolAt()).map(({ callsToday }) => callsToday)).toEqual([2, 0])
  })

  test('a number that two campaigns share has one count', async () => {
    const other = (await aCampaign(store, { name: 'Other', contacts: 0, numbers: 2 })).campaign
    await start(first)
    expect(await within(() => pool(store.statements, other, now)[0]?.callsToday)).toBe(1)
  })

  test('answers count on the day on which their call left', async () => {
    await start(first, now)
    await within(() => countAnswer(store.statements, first, now))
    const [number] = await readNumbers(store.db, now)
    expect(number?.days.at(-1)).toEqual({ day: '2026-11-23', calls: 1, answered: 1 })
  })

  test('one row per number by keys alone: no call is scanned', async () => {
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT
      (SELECT count(*) FROM calls WHERE number_id = numbers.id AND state = 'reserved'),
      (SELECT calls FROM number_days WHERE number_id = numbers.id AND day = '2026-11-23')
      FROM campaign_numbers used JOIN numbers ON numbers.id = used.number_id WHERE used.campaign_id = 1`.execute(
      store.db,
    )
    const plan = rows.map(row => row.detail).join('\n')
    expect(plan).toContain('calls_reserved')
    expect(plan).not.toContain('SCAN')
  })
})

describe('compliance.md §3: caller IDs are owned per trunk', () => {
  const bind = (trunk: number | null) =>
    within(() => store.statements.run('UPDATE numbers SET trunk_id = ? WHERE id = ?', trunk, first))
  const carry = (trunk: TrunkId | null) =>
    store.write(tx => setTrunks(tx, campaign, trunk === null ? [] : [trunk]))
  const shown = async () => (await poolAt()).map(({ onTrunk }) => onTrunk)
  const usable = async () => {
    const written = await store.transaction(tx => tx.usableNumbers(campaign))
    return written.committed ? written.value : null
  }

  test('one that is bound is shown on its own trunk alone, one that is not on every trunk', async () => {
    const written = await store.write(tx =>
      createTrunk(
        tx,
        { name: 'Other', settings: { ...trunkDefaults, host: '127.0.0.2' }, secretRef: null },
        now,
      ),
    )
    const other = written.committed ? written.value : null
    await bind(other)
    expect([await shown(), await usable()]).toEqual([[false, true], 1])
    await carry(other)
    expect([await shown(), await usable()]).toEqual([[true, true], 2])
  })

  test('a campaign without a trunk of its own is carried by the default one', async () => {
    await bind(1)
    await carry(null)
    expect([await shown(), await usable()]).toEqual([[true, true], 2])
  })

  test('the practice carrier shows it to nobody real', async () => {
    const written = await store.write(async tx => {
      const settings = { ...trunkDefaults, host: '127.0.0.2' }
      const practice = await createTrunk(tx, { name: 'Practice', settings, secretRef: null }, now)
      await writeSetting(tx, 'practice_trunk', practice, now)
      return practice
    })
    await bind(1)
    await carry(written.committed ? written.value : null)
    expect([await shown(), await usable()]).toEqual([[true, true], 2])
  })
})

describe('rest and probation', () => {
  test('a probation counts down with each call that leaves, and no further than to its end', async () => {
    await setStanding(onProbation(now))
    for (let call = 0; call < 21; call++) await start(first)
    expect((await poolAt())[0]?.standing).toEqual({ is: 'probation', since: now, left: 0 })
  })

  test('what is set is read back, each state with its facts', async () => {
    const resting = rest('score', 'Score 8, limit 7', 7, now)
    for (const standing of [resting, onProbation(now), { is: 'active' } as const]) {
      await setStanding(standing)
      expect((await poolAt())[0]?.standing).toEqual(standing)
    }
  })

  test('its return begins a new score', async () => {
    await setStanding(onProbation(now))
    await setStanding({ is: 'active' })
    const [number] = await book(numbers => numbers.watched('2026-11-16'))
    expect(number?.scoredFrom).toBe(now)
  })

  test('campaigns that are over or deleted set no limits', async () => {
    const limitsOf = async () => (await book(numbers => numbers.watched('2026-11-16', first)))[0]?.limits
    const setState = (state: string) =>
      within(() =>
        store.statements.run(
          'UPDATE campaigns SET state = ?, pause_reason = NULL WHERE id = ?',
          state,
          campaign,
        ),
      )
    expect(await limitsOf()).toEqual([])
    await setState('running')
    expect(await limitsOf()).toMatchObject([{ spamThreshold: 7, coolDownDays: 7 }])
    await setState('completed')
    expect(await limitsOf()).toEqual([])
  })
})

describe('monitoring.md §3.1: what the calls of a day say', () => {
  const dayOf = (calls: readonly PastCall[]) =>
    addPastCalls(store, campaign, calls).then(() => book(numbers => numbers.callsOf(first, now, now + DAY)))
  const one = (change: Partial<PastCall> = {}): PastCall => ({ number: first, at: now, ...change })

  test('answered, short and straight to a machine', async () => {
    const { cells } = await dayOf([
      one({ talkMs: 6_000 }),
      one({ talkMs: 6_001 }),
      one({ result: 'no_answer' }),
      one({ result: 'voicemail', answeredAfterMs: 3_000 }),
      one({ result: 'voicemail', answeredAfterMs: 3_001 }),
    ])
    expect(cells).toMatchObject([{ calls: 5, answered: 4, short: 1, machines: 1 }])
  })

  test('603, 607, 608 and opt-outs', async () => {
    const { cells } = await dayOf([
      one({ result: 'rejected', sipCode: 603 }),
      one({ result: 'rejected', sipCode: 607 }),
      one({ result: 'rejected', sipCode: 608 }),
      one({ optedOut: true }),
    ])
    expect(cells).toMatchObject([{ calls: 4, declined: 1, unwanted: 1, blocked: 1, optOuts: 1 }])
  })

  test('wrong numbers, failures and interruptions say nothing about the caller ID, but are calls', async () => {
    const day = await dayOf([
      one({ result: 'invalid' }),
      one({ result: 'failed' }),
      one({ result: 'interrupted' }),
      one(),
    ])
    expect(day).toMatchObject({ started: 4, cells: [{ calls: 1 }] })
  })

  test('people called three times a day or more', async () => {
    const { people, repeated } = await dayOf([
      ...[0, 0, 0, 1, 1, 2].map(contact => one({ contact, at: now + contact })),
    ])
    expect([people, repeated]).toEqual([3, 1])
  })

  test('hour of the week on the called party’s wall: Monday 10:00 in Berlin', async () => {
    const { cells } = await dayOf([one(), one({ at: now + 3 * HOUR })])
    expect(cells.map(({ weekHour, line }) => [weekHour, line])).toEqual([
      [10, 'fixed'],
      [13, 'fixed'],
    ])
  })

  test('only its own calls of that time, found by an index', async () => {
    await addPastCalls(store, campaign, [one({ number: second }), one({ at: now - 1 })])
    expect((await dayOf([])).started).toBe(0)
  })
})

describe('the list of numbers', () => {
  test('days without calls are there, the oldest of seven first', async () => {
    await addPastCalls(store, campaign, [
      { number: first, at: now - 6 * DAY },
      { number: first, at: now - 7 * DAY, result: 'no_answer' },
    ])
    const [number] = await readNumbers(store.db, now)
    expect(number?.days.map(({ calls }) => calls)).toEqual([1, 0, 0, 0, 0, 0, 0])
    expect(number).toMatchObject({ calls: 2, campaigns: 1, cap: 100 })
  })

  test('a score from elsewhere counts, with its source and date; the newer estimate stands beside it', async () => {
    const written = await store.write(tx => setScore(tx, first, 8, 'Reputation list', now))
    expect(written.committed).toBe(true)
    const estimate = { score: 2, combined: 0.2, attempts: 90, lowData: false, blocked: false, parts: [] }
    await book(numbers => numbers.keepEstimate(first, estimate, now + HOUR))
    const [number] = await readNumbers(store.db, now)
    expect(number).toMatchObject({
      score: 8,
      set: { score: 8, source: 'Reputation list', at: now },
      estimate: { of: { score: 2 }, at: now + HOUR },
    })
  })

  test('a number that a person rests says so', async () => {
    await store.write(tx => restNumber(tx, second, 3, now))
    const [, number] = await readNumbers(store.db, now)
    expect(number?.standing).toEqual({
      is: 'resting',
      by: 'hand',
      since: now,
      until: now + 3 * DAY,
      why: 'Rests by hand',
    })
  })
})
