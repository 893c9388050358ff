import { afterEach, expect, test } from 'vitest'
import type { Law } from '../../src-main/domain/compliance/law.ts'
import { type EngineRules, noRules } from '../../src-main/engine/engine-rules.ts'
import { letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, aPerson, mondayAtTen, phone } from '../make/workspace.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const rule = {
  id: 'xx/rule',
  jurisdiction: 'Testland',
  text: 'As tested.',
  citation: 'Test 1',
  verified: true,
}
const law = (change: Partial<Law>): EngineRules => ({
  ...noRules,
  law: query => ({ ...noRules.law(query), rules: [rule], ...change }),
})
const sent = () => bench.dialer.invites.map(({ at }) => at - mondayAtTen)
const skips = () =>
  bench.store.db.selectFrom('leads').select(['status', 'skip_reason']).orderBy('id').execute()
const decisions = () =>
  bench.store.db.selectFrom('decisions').select(['moment', 'outcome', 'why']).orderBy('id').execute()
const block = (prefix: string) =>
  bench.store.write(tx =>
    tx.insertInto('blocked_prefixes').values({ prefix, reason: 'not served', at: mondayAtTen }).execute(),
  )

test('compliance.md 3: attempt caps count over all campaigns, by number and by contact', async () => {
  const settings = { maxRetries: 0, attemptsPerDay: 1 }
  const { launch, engine, store, clock } = await given({ contacts: 1, settings, answer: () => letsItRing })
  const other = await aCampaign(store, { name: 'Survey', contacts: 1, settings })
  await launch()
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await clock.run(mondayAtTen + HOUR)
  expect(sent()).toEqual([0])
  expect(engine.holds(other.campaign)[0]).toMatchObject({ is: 'cap-later' })
  expect(await engine.whyNotNow(2 as never)).toMatchObject({
    holds: [{ is: 'day-cap', allowed: 1 }],
    earliest: Date.UTC(2026, 10, 24, 8),
  })
  await clock.run()
  // The called party's calendar day is over at midnight; its window opens at nine.
  expect(sent()).toEqual([0, 23 * HOUR])
})

test('campaigns.md 4: at most so many attempts per contact per day and in 7 days', async () => {
  const { launch } = await given({
    contacts: 1,
    settings: {
      maxRetries: 4,
      retryMinutes: 10,
      varyTimeOfDay: false,
      attemptsPerDay: 2,
      attemptsPerWeek: 3,
    },
    schedule: { windows: { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all } },
    answer: () => ({ ...letsItRing, ringMs: 29_000 }),
  })
  await launch()
  const tenMinutes = 10 * MINUTE + 30_000
  const midnight = 14 * HOUR
  expect(sent()).toEqual([0, tenMinutes, midnight, 7 * DAY, 7 * DAY + tenMinutes])
})
const all = [{ from: 0, to: 0 }]

test('a cap of the law holds by its own time, and says which rule', async () => {
  const { launch, engine } = await given({
    contacts: 1,
    settings: { maxRetries: 1, retryMinutes: 10, varyTimeOfDay: false },
    engine: { rules: law({ caps: [{ attempts: 1, withinMs: 3 * HOUR, per: 'number', rule }] }) },
    answer: () => letsItRing,
  })
  await launch(mondayAtTen + MINUTE)
  expect(engine.holds(bench.campaign)[0]).toMatchObject({ is: 'cap-later', until: mondayAtTen + 3 * HOUR })
  expect((await engine.whyNotNow(1 as never))?.holds).toEqual([
    { is: 'law-cap', until: mondayAtTen + 3 * HOUR, rule },
  ])
  await bench.clock.run()
  expect(sent()).toEqual([0, 3 * HOUR])
})

test('UK: no automatic call for 72 hours after an abandoned one', async () => {
  const { launch } = await given({
    contacts: 1,
    settings: { maxRetries: 1, retryMinutes: 10, varyTimeOfDay: false },
    engine: { rules: law({ pauses: [{ after: 'abandoned', forMs: 72 * HOUR, rule }] }) },
    answer: (_, attempt) => (attempt === 1 ? { result: 'abandoned', talkMs: 1_000 } : picksUp),
  })
  await launch()
  expect(sent()).toEqual([0, 72 * HOUR])
})

test('compliance.md 3: without the consent that the law asks for a contact is skipped as no_consent', async () => {
  const { launch, store } = await given({
    contacts: 3,
    engine: { rules: law({ consent: { need: 'express', rule } }) },
  })
  const consent = (contact: number, kind: 'express' | 'existing_relation') =>
    store.write(tx =>
      tx
        .insertInto('consents')
        .values({
          contact_id: contact as never,
          kind,
          purpose: null,
          given_at: 0,
          expires_at: null,
          withdrawn_at: null,
        })
        .execute(),
    )
  await consent(1, 'express')
  await consent(2, 'existing_relation')
  await launch()
  expect(await skips()).toEqual([
    { status: 'completed', skip_reason: null },
    { status: 'skipped', skip_reason: 'no_consent' },
    { status: 'skipped', skip_reason: 'no_consent' },
  ])
})

test('what the campaign asks for is never less than the law, but may be more', async () => {
  const { launch } = await given({
    contacts: 1,
    settings: { consent: 'express_written' },
    engine: { rules: law({ consent: { need: 'express', rule } }) },
  })
  await launch()
  expect((await decisions()).at(-1)).toEqual({
    moment: 'turn',
    outcome: 'skip',
    why: 'No express written consent on file',
  })
})

test('numbers that are never called are skipped as invalid: premium ones and blocked prefixes', async () => {
  const { launch, dialer } = await given({
    people: ['+499001234567', '+4930111222', phone(0)].map((number, index) =>
      aPerson({ phone: number }, index),
    ),
  })
  await block('+4930111')
  await launch()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0)])
  expect((await skips()).map(({ skip_reason }) => skip_reason)).toEqual([
    'invalid_number',
    'invalid_number',
    null,
  ])
})

test('an entry of the do-not-call list that has expired holds nobody', async () => {
  const { launch, store, dialer } = await given({ contacts: 2 })
  const entry = { scope: 'all', campaign_id: null, reason: 'asked', source: 'import', at: 0 } as const
  await store.write(tx =>
    tx
      .insertInto('suppressions')
      .values([
        { ...entry, number: phone(0), expires_at: mondayAtTen },
        { ...entry, number: phone(1), expires_at: mondayAtTen + DAY },
      ])
      .execute(),
  )
  await launch()
  expect(dialer.invites.map(({ number }) => number)).toEqual([phone(0)])
})

test('compliance.md 4: the decision log tells each turn, and again the moment before the INVITE', async () => {
  const { launch, store } = await given({ contacts: 2, engine: { rules: law({}) } })
  await store.write(tx =>
    tx
      .insertInto('suppressions')
      .values({ number: phone(1), scope: 'all', campaign_id: null, reason: '', source: 'agent', at: 0 })
      .execute(),
  )
  await launch()
  const rows = await store.db
    .selectFrom('decisions')
    .leftJoin('rule_sets', 'rule_sets.id', 'decisions.rule_set_id')
    .select(['contact_id', 'moment', 'outcome', 'why', 'local_time', 'rules', 'call_id'])
    .orderBy('decisions.id')
    .execute()
  const told = { local_time: '2026-11-23 10:00 Europe/Berlin', rules: '["xx/rule"]' }
  expect(rows).toEqual([
    { contact_id: 1, moment: 'turn', outcome: 'call', why: '', ...told, call_id: 1 },
    { contact_id: 1, moment: 'sending', outcome: 'call', why: '', ...told, call_id: 1 },
    {
      contact_id: 2,
      moment: 'turn',
      outcome: 'skip',
      why: 'On the do-not-call list',
      ...told,
      call_id: null,
    },
  ])
})

test('a window that closes between the claim and the INVITE keeps the INVITE back', async () => {
  const lastMoment = Date.UTC(2026, 10, 23, 17) - 1
  const { launch, dialer, statuses } = await given({
    contacts: 1,
    at: lastMoment,
    prepare: () => {
      bench.clock.jump(2)
      return null
    },
  })
  await launch(lastMoment + HOUR)
  expect(dialer.invites).toEqual([])
  expect(await statuses()).toEqual({ pending: 1 })
})

test('compliance.md 3: where the rule asks for 15 s, a shorter ring timeout is raised', async () => {
  const asked: number[] = []
  const { launch } = await given({
    contacts: 1,
    settings: { ringSeconds: 10 },
    engine: { rules: law({ minRing: { seconds: 15, rule } }) },
    answer: order => {
      asked.push(order.ringSeconds)
      return picksUp
    },
  })
  await launch()
  expect(asked).toEqual([15])
})

test('abandoned calls slow a campaign down before the cap, and pause it', async () => {
  let calls = 0
  const { launch, store, dialer } = await given({
    contacts: 400,
    settings: { maxConcurrentCalls: 20, maxRetries: 0 },
    engine: { rules: law({ abandonment: [{ share: 0.03, withinMs: 30 * DAY, rule }] }) },
    answer: () => (++calls % 40 === 0 ? { result: 'abandoned', talkMs: 1_000 } : picksUp),
  })
  await launch()
  const row = await store.db
    .selectFrom('campaigns')
    .select(['state', 'pause_reason', 'pause_detail'])
    .executeTakeFirst()
  const counts = await bench.statuses()
  // One of 40 is 2.5 %: below the cap of 3 %, but too near to call on at full speed.
  expect(dialer.invites.length + (counts.pending ?? 0)).toBe(400)
  expect([row?.state, row?.pause_reason]).toEqual(
    counts.pending ? ['paused', 'abandon_rate'] : ['completed', null],
  )
})
