import { afterEach, describe, expect, test } from 'vitest'
import { holdText } from '../../src-main/domain/hold-text.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { type Ending, picksUp, trunkRefuses, trunkSilent } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { mondayAtTen, phone } from '../make/workspace.ts'

const MINUTE = 60_000
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench({ further: { South: {} }, ...options })
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const first: Pick<BenchOptions, 'contacts'> = { contacts: 1 }
/** On the first trunk of the group; the others reach whom they call. */
const firstTrunk = (ending: Ending): NonNullable<BenchOptions['answer']> => {
  return ({ trunk }) => (trunk === bench.trunk ? ending : picksUp)
}
const sent = () =>
  bench.dialer.invites.map(({ trunk, at }) => [trunk === bench.trunk ? 'first' : 'second', at - mondayAtTen])
const leads = () =>
  bench.store.db.selectFrom('leads').select(['attempts', 'unrung', 'status']).orderBy('id').execute()
const pauseOf = async () => {
  const row = await bench.store.db
    .selectFrom('campaigns')
    .select(['state', 'pause_reason', 'pause_detail'])
    .where('id', '=', bench.campaign)
    .executeTakeFirstOrThrow()
  return [row.state, row.pause_reason, row.pause_detail]
}
const setTrunk = (id: TrunkId, values: object) =>
  bench.store.write(tx => tx.updateTable('trunks').set(values).where('id', '=', id).execute())
const down = (reason: string) => ({ is: 'down', since: mondayAtTen, reason, retryAt: null }) as const
const text = () => bench.engine.holds(bench.campaign).map(holdText)

describe('campaigns.md §2, an ordered failover group', () => {
  test('the first trunk carries all that it can, the second what is above its cap', async () => {
    const { launch } = await given({
      contacts: 6,
      settings: { maxConcurrentCalls: 6 },
      trunk: { maxCalls: 2 },
    })
    await launch(mondayAtTen + 5_000)
    expect(sent().map(([trunk]) => trunk)).toEqual(['first', 'first', 'second', 'second', 'second', 'second'])
  })

  test('neither ever carries more than it allows, and both full are named so', async () => {
    const { launch, engine, statuses } = await given({
      contacts: 8,
      settings: { maxConcurrentCalls: 8 },
      trunk: { maxCalls: 2 },
      further: { South: { maxCalls: 1 } },
    })
    await launch(mondayAtTen + 5_000)
    expect(engine.activeCalls()).toHaveLength(3)
    expect(text()).toEqual(['Both trunks are at their cap'])
    expect((await engine.waits(bench.campaign)).map(wait => wait.text)).toEqual([
      '5 contacts wait for a free call on a trunk',
    ])
    await bench.clock.run()
    expect(await statuses()).toEqual({ completed: 8 })
  })

  test('a trunk that goes down leaves all to the next, and is preferred again once it is back', async () => {
    const { launch, dialer, clock } = await given({ contacts: 3 })
    await launch(mondayAtTen + 5_000)
    dialer.setHealth(bench.trunk, down('registration lost'))
    await clock.run(mondayAtTen + 40_000)
    dialer.setHealth(bench.trunk, { is: 'up', since: clock.now(), registered: true })
    await clock.run()
    expect(sent().map(([trunk]) => trunk)).toEqual(['first', 'second', 'first'])
  })

  test('a number that is bound to a trunk is shown on that trunk alone', async () => {
    const { launch, dialer, store, further } = await given({
      contacts: 6,
      settings: { maxConcurrentCalls: 6 },
      trunk: { maxCalls: 3 },
    })
    await store.write(tx =>
      tx.updateTable('numbers').set({ trunk_id: bench.trunk }).where('e164', 'like', '%0').execute(),
    )
    await store.write(tx =>
      tx
        .updateTable('numbers')
        .set({ trunk_id: further[0] ?? null })
        .where('e164', 'like', '%1')
        .execute(),
    )
    await launch(mondayAtTen + 5_000)
    const shown = dialer.invites.map(({ trunk, callerId }) => [trunk === bench.trunk, callerId.at(-1)])
    expect(shown).toEqual([
      ...Array.from({ length: 3 }, () => [true, '0']),
      ...Array.from({ length: 3 }, () => [false, '1']),
    ])
  })

  test('each call costs what the trunk that carried it takes', async () => {
    const { launch, store, further } = await given({
      contacts: 2,
      settings: { maxConcurrentCalls: 2 },
      trunk: { maxCalls: 1 },
    })
    const rates = (connectMicros: number) =>
      JSON.stringify({
        currency: 'EUR',
        rates: [{ prefix: '', connectMicros, microsPerMinute: 0, firstSeconds: 1, stepSeconds: 1 }],
      })
    await setTrunk(bench.trunk, { rates: rates(1_000), balance_micros: 10_000 })
    await setTrunk(further[0] as TrunkId, { rates: rates(30_000), balance_micros: 100_000 })
    await launch()
    const calls = await store.db.selectFrom('calls').select('cost_micros').orderBy('id').execute()
    expect(calls.map(({ cost_micros }) => cost_micros)).toEqual([1_000, 30_000])
    const left = await store.db.selectFrom('trunks').select('balance_micros').orderBy('id').execute()
    expect(left.map(({ balance_micros }) => balance_micros)).toEqual([9_000, 70_000])
  })
})

describe('telephony.md §3, 503: next peer, attempt not counted', () => {
  test('the contact is tried on the next trunk at once', async () => {
    const { launch, statuses } = await given({ ...first, answer: firstTrunk(trunkRefuses) })
    await launch()
    expect(sent()).toEqual([
      ['first', 0],
      ['second', 1_000],
    ])
    expect(await leads()).toEqual([{ attempts: 1, unrung: 0, status: 'completed' }])
    expect(await statuses()).toEqual({ completed: 1 })
  })

  test('never again on the same trunk before its back-off, and each trunk has its own', async () => {
    const { launch } = await given({ ...first, answer: () => trunkRefuses })
    await launch(mondayAtTen + 5 * MINUTE)
    expect(sent()).toEqual([
      ['first', 0],
      ['second', 1_000],
      ['first', 62_000],
      ['second', 63_000],
      ['first', 184_000],
      ['second', 185_000],
    ])
    expect((await leads())[0]).toMatchObject({ attempts: 0, status: 'retry' })
  })

  test('with the next trunk full it takes the first call that becomes free there, others go on meanwhile', async () => {
    const { launch, dialer } = await given({
      contacts: 4,
      settings: { maxConcurrentCalls: 4 },
      trunk: { maxCalls: 1 },
      further: { South: { maxCalls: 1 } },
      answer: ({ trunk, to }) => (trunk === bench.trunk && to === phone(2) ? trunkRefuses : picksUp),
    })
    await launch()
    const tries = dialer.invites.filter(({ number }) => number === phone(2))
    expect(tries.map(({ trunk }) => trunk === bench.trunk)).toEqual([true, false])
    expect(dialer.mostAtOnce()).toBe(2)
  })

  test('a person who declined is never tried on the next trunk', async () => {
    const declines: Ending = { result: 'rejected', sipCode: 607 }
    const { launch } = await given({ ...first, answer: firstTrunk(declines) })
    await launch()
    expect(sent().map(([trunk]) => trunk)).toEqual(['first'])
  })
})

describe('campaigns.md §10.3, silence of a peer', () => {
  test('with another one configured a call is given up after 4 s, its contact not tried elsewhere for 32 s', async () => {
    const { launch } = await given({ ...first, answer: firstTrunk(trunkSilent) })
    await launch()
    expect(sent()).toEqual([
      ['first', 0],
      ['second', 36_000],
    ])
    expect(await leads()).toEqual([{ attempts: 1, unrung: 0, status: 'completed' }])
  })

  test('with a single peer the full 32 s are waited, then its back-off', async () => {
    const { launch } = await given({ ...first, further: {}, answer: () => trunkSilent })
    await launch(mondayAtTen + 2 * MINUTE)
    expect(sent()).toEqual([
      ['first', 0],
      ['first', 32_000 + MINUTE],
    ])
  })

  test('the same while the other one cannot be used', async () => {
    const { launch, dialer, further } = await given({ ...first, answer: () => trunkSilent })
    dialer.setHealth(further[0] as TrunkId, down('no answer'))
    await launch(mondayAtTen + 2 * MINUTE)
    expect(sent()).toEqual([
      ['first', 0],
      ['first', 32_000 + MINUTE],
    ])
  })
})

describe('campaigns.md §5, auto-pause: only when no trunk of the group is left', () => {
  test('provider_error: one down is none, both for five minutes pause with both causes', async () => {
    const { launch, dialer, clock, further } = await given({
      contacts: 3,
      settings: { intervalMs: 20 * MINUTE },
    })
    dialer.setHealth(bench.trunk, down('registration lost'))
    await launch(mondayAtTen + 10 * MINUTE)
    expect((await pauseOf())[0]).toBe('running')
    dialer.setHealth(further[0] as TrunkId, down('no answer to OPTIONS'))
    await clock.run(mondayAtTen + 14 * MINUTE)
    expect((await pauseOf())[0]).toBe('running')
    expect(text()[0]).toBe('Trunk held back. Carrier: registration lost; South: no answer to OPTIONS')
    await clock.run()
    expect(await pauseOf()).toEqual([
      'paused',
      'provider_error',
      'Carrier and South could not be used for 5 minutes: Carrier: registration lost; South: no answer to OPTIONS',
    ])
  })

  test('provider_error: a first trunk that fails most calls does not pause what the second carries', async () => {
    let calls = 0
    const { launch, statuses } = await given({
      contacts: 60,
      answer: ({ trunk }) => (trunk === bench.trunk && ++calls % 3 > 0 ? trunkRefuses : picksUp),
    })
    await launch()
    expect(await statuses()).toEqual({ completed: 60 })
  })

  test('insufficient_balance: the second goes on where the credit of the first is used up, then both pause', async () => {
    const { launch, further } = await given({ contacts: 3 })
    const rates = JSON.stringify({
      currency: 'EUR',
      rates: [{ prefix: '', connectMicros: 10_000, microsPerMinute: 0, firstSeconds: 1, stepSeconds: 1 }],
    })
    await setTrunk(bench.trunk, { rates, balance_micros: 10_000 })
    await setTrunk(further[0] as TrunkId, { rates, balance_micros: 10_000 })
    await launch()
    expect(sent().map(([trunk]) => trunk)).toEqual(['first', 'second'])
    const [state, reason, detail] = await pauseOf()
    expect([state, reason]).toEqual(['paused', 'insufficient_balance'])
    expect(detail).toMatch(/^Carrier: .* of credit left; .*; South: .* of credit left; /)
  })

  test('§5, launching needs: one trunk that can be used is enough, and without any each is named', async () => {
    const { engine, dialer, further, campaign } = await given(first)
    dialer.setHealth(bench.trunk, down('registration lost'))
    expect(await engine.previewLaunch(campaign, launchDefaults)).toMatchObject({
      missing: [],
      trunksOut: 'Carrier: registration lost',
    })
    expect(await engine.move(campaign, { do: 'launch', startsAt: null })).toMatchObject({ moved: {} })
    await engine.move(campaign, { do: 'cancel' })
    dialer.setHealth(further[0] as TrunkId, down('no answer'))
    expect(await engine.move(campaign, { do: 'restart' })).toMatchObject({
      missing: [{ text: 'None of its trunks can be used: Carrier: registration lost; South: no answer' }],
    })
  })
})
