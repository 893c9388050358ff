import { afterEach, describe, expect, test } from 'vitest'
import { campaignDefaults, type RotationSettings } from '../../src-main/domain/campaign.ts'
import type { E164 } from '../../src-main/domain/ids.ts'
import { weekdays } from '../../src-main/domain/schedule.ts'
import type { Invite } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, mondayAtTen } from '../make/workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = mondayAtTen
const roundTheClock = Object.fromEntries(weekdays.map(day => [day, [{ from: 0, to: 1440 }]]))

let bench: Bench
afterEach(() => bench.end())

const rotation = (change: Partial<RotationSettings>) => ({ ...campaignDefaults.rotation, ...change })

/** A campaign that may call at any hour, with room for many calls at once. */
async function given(change: Partial<RotationSettings>, options: BenchOptions = {}): Promise<void> {
  bench = await aBench({
    contacts: 12,
    schedule: { windows: roundTheClock },
    settings: { maxConcurrentCalls: 50, rotation: rotation(change) },
    ...options,
  })
}

const perNumber = (invites: readonly Invite[]): Record<E164, number> =>
  Object.fromEntries(
    [...Map.groupBy(invites, ({ callerId }) => callerId)].map(([callerId, calls]) => [
      callerId,
      calls.length,
    ]),
  )
const setNumber = (id: number, columns: string) =>
  bench.store.write(async () => bench.store.statements.run(`UPDATE numbers SET ${columns} WHERE id = ?`, id))

describe('monitoring.md §3, max calls per number per day', () => {
  test('many calls that start at once do not get over the cap; the rest wait for the next day', async () => {
    await given({ maxCallsPerDay: 3 })
    await bench.launch(now + HOUR)
    expect(perNumber(bench.dialer.invites)).toEqual({ '+493012345600': 3, '+493012345601': 3 })
    // The numbers of the tests count their days in UTC.
    expect(bench.engine.holds(bench.campaign)).toMatchObject([
      { is: 'numbers-capped', until: Date.UTC(2026, 10, 24) },
    ])
    await bench.clock.run(now + DAY)
    expect(bench.dialer.invites).toHaveLength(12)
    expect(perNumber(bench.dialer.invites.slice(6))).toEqual({ '+493012345600': 3, '+493012345601': 3 })
    expect(Math.min(...bench.dialer.invites.slice(6).map(({ at }) => at))).toBe(Date.UTC(2026, 10, 24))
  })

  test('the day is that of the number’s own zone', async () => {
    await given({ maxCallsPerDay: 3 }, { numbers: 1 })
    await setNumber(1, `zone = 'Asia/Tokyo'`)
    await bench.launch(now + 8 * HOUR)
    const [, , third, fourth] = bench.dialer.invites
    expect(third?.at).toBeLessThan(now + HOUR)
    // Midnight in Tokyo, 16:00 in Berlin.
    expect(fourth?.at).toBe(now + 6 * HOUR)
  })

  test('two campaigns that share a number share its cap', async () => {
    await given({ maxCallsPerDay: 4 }, { numbers: 1, contacts: 6 })
    const { campaign } = await aCampaign(bench.store, {
      name: 'Other',
      firstContact: 100,
      contacts: 6,
      numbers: 1,
      schedule: { windows: roundTheClock },
      settings: { maxConcurrentCalls: 50, rotation: rotation({ maxCallsPerDay: 4 }) },
    })
    await bench.engine.move(campaign, { do: 'launch', startsAt: null })
    await bench.launch(now + HOUR)
    expect(bench.dialer.invites).toHaveLength(4)
  })

  test('a call that was taken back before anything was sent leaves its room', async () => {
    let refusals = 2
    await given(
      { maxCallsPerDay: 4 },
      {
        numbers: 1,
        contacts: 4,
        prepare: () => (refusals-- > 0 ? { refused: 'no_media_port', message: 'No port is free' } : null),
      },
    )
    await bench.launch(now + HOUR)
    expect(bench.dialer.invites).toHaveLength(4)
  })
})

describe('monitoring.md §3, strategy and local match on the line', () => {
  test('round robin shows all numbers equally often', async () => {
    await given({}, { numbers: 3 })
    await bench.launch()
    expect(Object.values(perNumber(bench.dialer.invites))).toEqual([4, 4, 4])
  })

  test('lowest spam shows the best number only', async () => {
    await given({ strategy: 'lowest_spam' })
    await setNumber(1, 'score = 3')
    await bench.launch()
    expect(perNumber(bench.dialer.invites)).toEqual({ '+493012345601': 12 })
  })

  test('the contact’s area comes first, then its country', async () => {
    await given({ localMatch: 'area' }, { numbers: 3 })
    await setNumber(1, `country = 'FR', area = '1'`)
    await setNumber(2, `country = 'DE', area = '89'`)
    await setNumber(3, `country = 'DE', area = '30'`)
    await bench.launch(() => bench.dialer.invites.length === 12)
    expect(perNumber(bench.dialer.invites)).toEqual({ '+493012345602': 12 })
  })

  test('campaigns.md §10 line 18: local match falls back where the local number is at its cap', async () => {
    await given({ localMatch: 'area', maxCallsPerDay: 5 }, { numbers: 3 })
    await setNumber(1, `country = 'FR', area = '1'`)
    await setNumber(2, `country = 'DE', area = '89'`)
    await setNumber(3, `country = 'DE', area = '30'`)
    await bench.launch(now + HOUR)
    expect(bench.dialer.invites.map(({ callerId }) => callerId.at(-1)).join('')).toBe('222221111100')
  })
})

test('a number that is switched off while it runs is shown no more', async () => {
  await given({}, { settings: { maxConcurrentCalls: 1 } })
  await bench.launch(() => bench.dialer.invites.length === 4)
  await setNumber(1, 'enabled = 0')
  await bench.clock.run()
  expect(perNumber(bench.dialer.invites.slice(4))).toEqual({ '+493012345601': 8 })
})

describe('between the claim and the INVITE', () => {
  test.each([
    [
      'was put to rest',
      `UPDATE numbers SET excluded_at = 1, excluded_until = ${now + DAY}, excluded_by = 'hand', exclusion = 'by hand' WHERE id = 1`,
    ],
    ['was switched off', 'UPDATE numbers SET enabled = 0 WHERE id = 1'],
    ['was taken out of the campaign', 'DELETE FROM campaign_numbers WHERE number_id = 1'],
    ['was bound to another trunk', 'UPDATE numbers SET trunk_id = (SELECT max(id) FROM trunks) WHERE id = 1'],
  ])('a caller ID that %s is not shown; another one is, to the same contact', async (_, statement) => {
    let isChanged = false
    await given(
      {},
      {
        contacts: 1,
        numbers: 2,
        prepare: () => {
          if (!isChanged)
            void bench.store.write(async () => {
              // A second trunk that does not carry the campaign.
              bench.store.statements.run(
                `INSERT INTO trunks (name, settings, created_at, changed_at) SELECT 'Other', settings, 0, 0 FROM trunks LIMIT 1`,
              )
              bench.store.statements.run(statement)
            })
          isChanged = true
          return null
        },
      },
    )
    await bench.launch(now + HOUR)
    expect(bench.dialer.invites.map(({ callerId }) => callerId)).toEqual(['+493012345601'])
    expect(await bench.statuses()).toEqual({ completed: 1 })
  })
})
