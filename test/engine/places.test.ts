import { afterEach, expect, test } from 'vitest'
import type { Place } from '../../src-main/domain/place.ts'
import { letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, aPerson, mondayAtTen } from '../make/workspace.ts'

const HOUR = 3_600_000
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const at = (country: string, ...zones: string[]): Place => ({ country, region: null, zones, line: 'fixed' })
const newYork = at('US', 'America/New_York')
const tokyo = at('JP', 'Asia/Tokyo')
const florida = at('US', 'America/Chicago', 'America/New_York')
const people = (...places: Place[]) =>
  places.map((place, index) => aPerson({ place, phone: `+1212555010${index}` }, index))

// 10:00 in Berlin: 04:00 in New York, 18:00 in Tokyo.
const invites = () => bench.dialer.invites.map(({ number, at: sent }) => [number, sent - mondayAtTen])

test('campaigns.md 3: respect contact time zone reads the windows in the zone of each contact', async () => {
  const { launch, state } = await given({ people: people(newYork, at('DE', 'Europe/Berlin'), tokyo) })
  await launch()
  expect(invites()).toEqual([
    ['+12125550101', 0],
    ['+12125550100', 5 * HOUR],
    // 09:00 on Tuesday in Tokyo.
    ['+12125550102', 15 * HOUR],
  ])
  expect(await state()).toBe('completed')
})

test('campaigns.md 3: a number that spans several zones must be open in all of them', async () => {
  const { launch } = await given({ people: people(florida) })
  await launch()
  // 09:00 in Chicago is 10:00 in New York.
  expect(invites()).toEqual([['+12125550100', 6 * HOUR]])
})

test('switched off, the zone of the campaign counts for all', async () => {
  const { launch } = await given({ people: people(newYork), schedule: { respectContactZone: false } })
  await launch()
  expect(invites()).toEqual([['+12125550100', 0]])
})

test('whoever is closed does not keep those waiting who are open, whatever the priority', async () => {
  const { launch, store } = await given({ people: people(newYork, at('DE', 'Europe/Berlin')) })
  await store.write(tx =>
    tx
      .updateTable('leads')
      .set({ priority: 0 })
      .where('id', '=', 1 as never)
      .execute(),
  )
  await launch(mondayAtTen + HOUR)
  expect(invites()).toEqual([['+12125550101', 0]])
})

test('it says in how many zones it is closed, who waits for what, and dials on when the first opens', async () => {
  const { launch, engine, campaign } = await given({
    people: people(newYork, newYork, at('US', 'America/Los_Angeles')),
  })
  await launch(mondayAtTen + 1)
  expect(engine.holds(campaign)).toEqual([
    {
      is: 'outside-hours',
      until: mondayAtTen + 5 * HOUR,
      zone: 'America/New_York',
      zones: 2,
      by: 'call hours',
    },
  ])
  expect((await engine.waits(campaign)).map(({ text }) => text)).toEqual([
    '2 contacts wait for Mon 09:00 America/New_York',
    '1 contact waits for Mon 09:00 America/Los_Angeles',
  ])
})

test('why not now: the hours of the contact, its own time, and when it could be called', async () => {
  const { launch, engine } = await given({ people: people(newYork) })
  await launch(mondayAtTen + 1)
  expect(await engine.whyNotNow(1 as never)).toEqual({
    holds: [
      { is: 'contact-hours', until: mondayAtTen + 5 * HOUR, zone: 'America/New_York', by: 'call hours' },
    ],
    earliest: mondayAtTen + 5 * HOUR,
    localTime: '2026-11-23 04:00 America/New_York',
  })
  expect(await engine.whyNotNow(99 as never)).toBeNull()
})

test('named business hours with a closed day take the place of the windows', async () => {
  const { launch, store, campaign } = await given({ contacts: 1 })
  await store.write(async tx => {
    const hours = await tx
      .insertInto('business_hours')
      .values({
        name: 'Shop',
        zone: 'Europe/Berlin',
        windows: JSON.stringify({ mon: [{ from: 840, to: 900 }], tue: [{ from: 840, to: 900 }] }) as never,
        holidays: null,
        closed_days: JSON.stringify([{ date: '2026-11-23', name: 'Stocktaking' }]) as never,
        created_at: 0,
        changed_at: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('campaigns')
      .set({ business_hours_id: hours.id })
      .where('id', '=', campaign)
      .execute()
  })
  await launch(mondayAtTen + 1)
  expect(bench.engine.holds(campaign)[0]).toMatchObject({ by: 'business hours “Shop”, Stocktaking' })
  await bench.clock.run()
  expect(bench.dialer.invites.map(({ at: sent }) => sent)).toEqual([Date.UTC(2026, 10, 24, 13)])
})

test('a retry stays within the windows of its contact', async () => {
  const { launch } = await given({
    people: people(tokyo),
    at: mondayAtTen - 1.5 * HOUR,
    settings: { maxRetries: 1 },
    answer: () => letsItRing,
  })
  await launch()
  // 17:30 in Tokyo, then another part of the next day: from 09:00 on.
  expect(bench.dialer.invites.map(({ at: sent }) => sent)).toEqual([
    mondayAtTen - 1.5 * HOUR,
    Date.UTC(2026, 10, 24, 0),
  ])
})

test('while the only one who is open is on a call of another campaign, the next place opens on time', async () => {
  const long = { ...picksUp, talkMs: 8 * HOUR }
  const berliner = aPerson({ phone: '+493010000000' })
  const { launch, store, engine, clock } = await given({
    people: [berliner],
    answer: ({ to }) => (to === berliner.phone ? long : picksUp),
  })
  await launch(mondayAtTen + 60_000)
  const other = await aCampaign(store, { name: 'Survey', people: [berliner, ...people(newYork)] })
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run(mondayAtTen + 6 * HOUR)
  expect(invites()).toEqual([
    [berliner.phone, 0],
    ['+12125550100', 5 * HOUR],
  ])
})
