import { afterEach, expect, test } from 'vitest'
import type { E164 } from '../../src-main/domain/ids.ts'
import { isBusy, letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, aPerson, berlin, mondayAtTen, phone } from '../make/workspace.ts'

let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const block = (number: E164) =>
  bench.store.write(tx =>
    tx
      .insertInto('suppressions')
      .values({
        number,
        scope: 'all',
        campaign_id: null,
        reason: 'asked',
        source: 'supervisor',
        at: mondayAtTen,
      })
      .execute(),
  )

test('somebody put on the list after the import is skipped when the turn comes', async () => {
  const { launch, dialer, statuses } = await given({ contacts: 3 })
  await block(phone(1))
  await launch()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0), phone(2)])
  expect(await statuses()).toEqual({ completed: 2, skipped: 1 })
})

test('somebody put on the list between the claim and the INVITE is not called', async () => {
  const { launch, dialer, statuses, store } = await given({
    contacts: 1,
    prepare: ({ to }) => {
      void block(to)
      return null
    },
  })
  await launch()
  expect(dialer.invites).toEqual([])
  expect(await statuses()).toEqual({ skipped: 1 })
  expect(await store.db.selectFrom('calls').select('id').execute()).toEqual([])
})

const blockGermany = () =>
  bench.store.write(tx =>
    tx
      .insertInto('blocked_countries')
      .values({ country: 'DE', reason: 'not served', at: mondayAtTen })
      .execute(),
  )
const vienna = { phone: '+43112345678', place: { ...berlin, country: 'AT', zones: ['Europe/Vienna'] } }

test('contacts.md 5: nobody in a blocked country is called, and the log says why', async () => {
  const { launch, dialer, statuses, store } = await given({ people: [aPerson(), aPerson(vienna, 1)] })
  await blockGermany()
  await launch()
  expect(dialer.invites.map(({ number }) => number)).toEqual([vienna.phone])
  expect(await statuses()).toEqual({ completed: 1, skipped: 1 })
  const skipped = await store.db.selectFrom('decisions').select('why').where('outcome', '=', 'skip').execute()
  expect(skipped).toEqual([{ why: 'The number is never called: not served' }])
})

test('a country blocked between the claim and the INVITE is not called', async () => {
  const { launch, dialer, statuses } = await given({
    contacts: 1,
    prepare: () => {
      void blockGermany()
      return null
    },
  })
  await launch()
  expect(dialer.invites).toEqual([])
  expect(await statuses()).toEqual({ skipped: 1 })
})

test('an opt-out for all holds in every other campaign', async () => {
  const { launch, dialer, engine, store, clock } = await given({
    contacts: 1,
    answer: () => ({ ...picksUp, conversation: [{ is: 'opt_out', atMs: 5_000, scope: 'all' }] }),
  })
  const other = await aCampaign(store, { name: 'Survey', contacts: 2 })
  await launch()
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0), phone(1)])
  expect(await bench.statuses(other.campaign)).toEqual({ completed: 1, skipped: 1 })
})

test('whoever opts out at one number is not called at another of theirs either', async () => {
  const { launch, dialer, engine, store, clock } = await given({
    contacts: 1,
    answer: ({ to }) =>
      to === phone(0)
        ? { result: 'invalid', sipCode: 404 }
        : { ...picksUp, conversation: [{ is: 'opt_out', atMs: 5_000, scope: 'all' }] },
  })
  await store.write(tx =>
    tx
      .insertInto('further_phones')
      .values({ contact_id: 1 as never, position: 1, phone: phone(9), place_id: 1 as never })
      .execute(),
  )
  const other = await aCampaign(store, { name: 'Survey', contacts: 2 })
  await launch()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0), phone(9)])
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run()
  expect(dialer.invites.slice(2).map(({ number }) => number)).toEqual([phone(1)])
  expect(await bench.statuses(other.campaign)).toEqual({ completed: 1, skipped: 1 })
})

test('an opt-out is kept at once, though the program dies in the same call', async () => {
  const { launch, store } = await given({
    contacts: 1,
    answer: () => ({ ...picksUp, conversation: [{ is: 'opt_out', atMs: 5_000, scope: 'all' }] }),
  })
  await launch(mondayAtTen + 10_000)
  expect(bench.engine.activeCalls()).toHaveLength(1)
  const rows = await store.db.selectFrom('suppressions').select(['number', 'scope', 'source']).execute()
  expect(rows).toEqual([{ number: phone(0), scope: 'all', source: 'agent' }])
})

test('whoever is on a call of another campaign keeps nobody else of this one waiting', async () => {
  const hours = 3_600_000
  const { launch, dialer, engine, store, clock } = await given({
    contacts: 1,
    answer: ({ to }) => (to === phone(0) ? { ...picksUp, talkMs: 3 * hours } : isBusy),
  })
  const other = await aCampaign(store, { name: 'Survey', contacts: 2, settings: { maxRetries: 1 } })
  await launch(mondayAtTen + 20_000)
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run(mondayAtTen + hours)
  const [, first, second] = dialer.invites
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0), phone(1), phone(1)])
  // campaigns.md §4: a busy line is called again after 15 min.
  const waited = (second?.at ?? 0) - (first?.at ?? 0)
  expect([waited > 15 * 60_000, waited < 16 * 60_000]).toEqual([true, true])
})

test('one number is on one call of the workspace, whatever campaigns it stands in', async () => {
  const { launch, dialer, engine, store, clock } = await given({
    contacts: 1,
    settings: { maxRetries: 0 },
    answer: () => letsItRing,
  })
  const other = await aCampaign(store, { name: 'Survey', contacts: 1, settings: { maxRetries: 0 } })
  await launch(mondayAtTen + 1_000)
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run(mondayAtTen + 20_000)
  expect(dialer.invites).toHaveLength(1)
  await clock.run()
  expect(dialer.invites).toHaveLength(2)
  expect(dialer.mostAtOnce()).toBe(1)
})

test('while a campaign skips a thousand people on the list, calls and windows get their turns', async () => {
  const { engine, campaign, statuses } = await given({ contacts: 1_001 })
  for (let index = 0; index < 1_000; index++) await block(phone(index))
  await engine.move(campaign, { do: 'launch', startsAt: null })
  let turns = 0
  while ((await statuses()).skipped !== 1_000 && turns < 1_000) {
    await new Promise(resolve => setImmediate(resolve))
    turns += 1
  }
  expect(turns).toBeGreaterThan(10)
  expect(await statuses()).toMatchObject({ skipped: 1_000 })
})
