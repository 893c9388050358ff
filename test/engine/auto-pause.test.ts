import { afterEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../src-main/domain/ids.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import type { RateTable } from '../../src-main/domain/rates.ts'
import { letsItRing, picksUp, trunkRefuses } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { mondayAtTen } from '../make/workspace.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const row = () =>
  bench.store.db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', bench.campaign)
    .executeTakeFirstOrThrow()
const paused = async () => {
  const { state, pause_reason, pause_detail } = await row()
  return [state, pause_reason, pause_detail]
}
const setCampaign = async (change: Record<string, unknown>) => {
  await bench.store.write(tx => tx.updateTable('campaigns').set(change).execute())
  bench.engine.changed(bench.campaign)
}
const setSettings = async (change: object) => {
  const settings = { ...JSON.parse((await row()).settings), ...change }
  await setCampaign({ settings: JSON.stringify(settings) })
}
const setTrunk = async (change: Record<string, unknown>) => {
  await bench.store.write(tx => tx.updateTable('trunks').set(change).execute())
  bench.engine.changed(bench.campaign)
}
/** 0.06 € a minute, by the second: 0.02 € for a call of 20 s; the agent may talk for 60 s. */
const rates: RateTable = {
  currency: 'EUR',
  rates: [{ prefix: '', connectMicros: 0, microsPerMinute: 60_000, firstSeconds: 1, stepSeconds: 1 }],
}
const audit = () => bench.store.db.selectFrom('audit').select(['actor', 'action', 'detail']).execute()
const savedNotices = () =>
  bench.store.db.selectFrom('notices').select(['kind', 'title', 'text']).orderBy('id').execute()

describe('campaigns.md §5, auto-pause', () => {
  test('manual: a supervisor paused it; that is no notice, and in the audit log', async () => {
    const { launch, engine, campaign, notices } = await given({ contacts: 3 })
    await launch(mondayAtTen + 1_000)
    await engine.move(campaign, { do: 'pause', reason: 'manual', detail: '' }, { actor: 'eva', hangUp: true })
    await bench.clock.run()
    expect(await paused()).toEqual(['paused', 'manual', ''])
    expect(notices).toEqual([])
    expect((await audit()).map(({ actor, action }) => `${actor} ${action}`)).toContain('eva campaign.pause')
  })

  test('budget_reached: the campaign’s own budget is spent', async () => {
    const { launch, dialer } = await given({ contacts: 10, settings: { budgetMicros: 50_000 } })
    await setTrunk({ rates: JSON.stringify(rates) })
    await launch()
    expect(dialer.invites).toHaveLength(3)
    expect(await paused()).toEqual(['paused', 'budget_reached', expect.stringContaining('0.06')])
    expect((await row()).cost_micros).toBe(60_000)
  })

  test('budget_reached: what runs counts as well, and is not cut off', async () => {
    const { launch, dialer, store } = await given({
      contacts: 10,
      settings: { budgetMicros: 15_000, maxConcurrentCalls: 1, intervalMs: 0 },
      answer: () => ({ ...picksUp, talkMs: 40_000 }),
    })
    await setTrunk({ rates: JSON.stringify(rates) })
    await launch(mondayAtTen + 25_000)
    bench.engine.changed(bench.campaign)
    await bench.clock.settle()
    expect((await row()).drains_towards).toBe('paused')
    await bench.clock.run()
    expect(dialer.invites).toHaveLength(1)
    const { talk_ms } = await store.db.selectFrom('calls').select('talk_ms').executeTakeFirstOrThrow()
    expect([talk_ms, await paused()]).toEqual([40_000, ['paused', 'budget_reached', expect.any(String)]])
  })

  test('insufficient_balance, campaigns.md §10 line 20: every active call and the next one at the longest call allowed', async () => {
    const { launch, dialer } = await given({ contacts: 10, settings: { maxConcurrentCalls: 3 } })
    // Three calls of at most 60 s, 0.06 € each: the third would be the fourth's reason to stop.
    await setTrunk({ rates: JSON.stringify(rates), balance_micros: 130_000 })
    await launch()
    expect(dialer.invites).toHaveLength(2)
    expect(await paused()).toEqual([
      'paused',
      'insufficient_balance',
      expect.stringMatching(/0\.13.*2 active calls and the next one may cost .*0\.18/),
    ])
    const { balance_micros } = await bench.store.db
      .selectFrom('trunks')
      .select('balance_micros')
      .executeTakeFirstOrThrow()
    expect(balance_micros).toBe(90_000)
  })

  test('system_limit: too little disk; nobody is called, and the notice says how much is free', async () => {
    let free = 2 ** 29
    const { launch, dialer, notices } = await given({
      contacts: 2,
      engine: { freeDisk: async () => free },
    })
    await launch()
    expect(dialer.invites).toEqual([])
    expect(await paused()).toEqual([
      'paused',
      'system_limit',
      '512 MiB of disk space are free; it takes 1,024 MiB',
    ])
    expect(notices.at(-1)).toMatchObject({
      kind: 'campaign_paused',
      title: 'Reminders paused itself: 512 MiB of disk space are free; it takes 1,024 MiB',
      text: 'Free what is used up, then resume the campaign.',
    })
    free = 2 ** 31
    await bench.engine.move(bench.campaign, { do: 'resume' })
    await bench.clock.run(mondayAtTen + MINUTE)
    expect(dialer.invites.length).toBeGreaterThan(0)
  })

  test('provider_error: as many of the last calls as are set failed at the trunk', async () => {
    const { launch } = await given({
      contacts: 40,
      settings: { providerErrorCalls: 5, providerErrorShare: 0.4, maxConcurrentCalls: 5 },
      answer: ({ to }) => (Number(to.slice(-1)) % 2 === 0 ? trunkRefuses : picksUp),
    })
    await launch()
    expect(await paused()).toEqual([
      'paused',
      'provider_error',
      expect.stringMatching(/^[2-5] of the last 5 calls failed at the trunk$/),
    ])
  })

  test('numbers_exhausted: every number is at its cap of the day and the set wait is over', async () => {
    const { launch, dialer, clock } = await given({
      contacts: 5,
      numbers: 1,
      settings: {
        numbersWaitHours: 2,
        rotation: {
          strategy: 'round_robin',
          localMatch: 'off',
          spamThreshold: 7,
          maxCallsPerDay: 2,
          coolDownDays: 7,
        },
      },
    })
    await launch(mondayAtTen + HOUR)
    expect(dialer.invites).toHaveLength(2)
    const since = Number((await row()).numbers_out_since)
    expect(await bench.state()).toBe('running')
    await clock.run(since + 2 * HOUR - 1)
    expect(await bench.state()).toBe('running')
    await clock.run(since + 2 * HOUR)
    expect(await paused()).toEqual([
      'paused',
      'numbers_exhausted',
      'No caller number can be shown: each of them is at its cap of the day, for 2 h',
    ])
  })

  test('numbers_exhausted: a number that can be shown again in between ends the wait', async () => {
    const { launch, clock, store, engine, campaign } = await given({ contacts: 5, numbers: 1 })
    await store.write(tx => tx.updateTable('campaign_numbers').set({ enabled: 0 }).execute())
    await engine.move(campaign, { do: 'cancel' })
    await store.write(tx => tx.updateTable('campaign_numbers').set({ enabled: 1 }).execute())
    await engine.move(campaign, { do: 'restart' })
    await clock.run(mondayAtTen + 1)
    await store.write(tx => tx.updateTable('campaign_numbers').set({ enabled: 0 }).execute())
    engine.changed(campaign)
    await clock.run(mondayAtTen + HOUR)
    expect((await row()).numbers_out_since).not.toBeNull()
    await store.write(tx => tx.updateTable('campaign_numbers').set({ enabled: 1 }).execute())
    engine.changed(campaign)
    await clock.settle()
    expect((await row()).numbers_out_since).toBeNull()
    expect(launch).toBeTypeOf('function')
  })

  test('end_reached: the end time has come', async () => {
    const { launch } = await given({ contacts: 5, schedule: { endsAt: mondayAtTen + 30_000 } })
    await launch()
    expect(await paused()).toEqual(['paused', 'end_reached', 'The end of the schedule has come'])
  })

  test('keep live enforces no end', async () => {
    const { engine, campaign, clock, state } = await given({
      contacts: 1,
      schedule: { endsAt: mondayAtTen + 30_000 },
    })
    await engine.launch(campaign, { ...launchDefaults, keepLive: true })
    await clock.run()
    expect(await state()).toBe('running')
  })

  test('abandon_rate (compliance.md 3): the legal cap is near', async () => {
    const rule = { id: 'x', jurisdiction: 'Testland', text: 'At most 3 %', citation: '', verified: true }
    const { launch } = await given({
      contacts: 20,
      engine: {
        rules: {
          holidays: () => null,
          law: () => ({
            hours: [],
            caps: [],
            pauses: [],
            minRing: null,
            consent: { need: 'none', rule: null },
            abandonment: [{ share: 0.03, withinMs: 30 * 24 * HOUR, rule }],
            duties: [],
            rules: [rule],
          }),
        },
      },
      answer: () => ({ ...picksUp, result: 'abandoned' }),
    })
    await launch()
    expect(await paused()).toEqual(['paused', 'abandon_rate', expect.stringContaining('of at most 3 %')])
  })

  test('each names rule, figure and next step in a notice that is saved, and in the audit log', async () => {
    const { launch, notices } = await given({ contacts: 5, schedule: { endsAt: mondayAtTen + 30_000 } })
    await launch()
    const notice = {
      kind: 'campaign_paused',
      title: 'Reminders paused itself: The end of the schedule has come',
      text: 'Move the end of its schedule and resume it, or finish it.',
    }
    expect(notices.at(-1)).toMatchObject(notice)
    expect(await savedNotices()).toEqual([notice])
    expect((await audit()).find(({ action }) => action === 'campaign.pause')).toEqual({
      actor: 'engine',
      action: 'campaign.pause',
      detail: JSON.stringify({
        from: 'running',
        to: 'draining',
        reason: 'end_reached',
        figure: 'The end of the schedule has come',
      }),
    })
  })

  test('campaigns.md §10 line 11: caps hold, they do not pause', async () => {
    const { launch, state, dialer } = await given({
      contacts: 5,
      settings: { callsPerHour: 2, maxConcurrentCalls: 1 },
      trunk: { maxCalls: 1, callsPerSecond: 1 },
      answer: () => letsItRing,
    })
    await launch(mondayAtTen + 30 * MINUTE)
    expect([await state(), dialer.invites.length]).toEqual(['running', 2])
    expect(bench.engine.holds(bench.campaign).map(({ is }) => is)).toContain('hourly-cap')
  })
})

describe('campaigns.md §5, resume by itself when the cause is gone', () => {
  const resumesAt = async (from: Instant) => {
    const end = from + 10 * MINUTE
    await bench.clock.run(() => bench.notices.some(({ kind }) => kind === 'campaign_resumed'))
    expect(bench.clock.now()).toBeLessThan(end)
    return bench.clock.now() - from
  }

  test('budget_reached: after a minute with a higher budget, with a notice', async () => {
    const { launch, clock, notices } = await given({
      contacts: 10,
      settings: { budgetMicros: 50_000, resumeByItself: ['budget_reached'] },
    })
    await setTrunk({ rates: JSON.stringify(rates) })
    await launch(mondayAtTen + 20 * MINUTE)
    expect((await paused())[1]).toBe('budget_reached')
    await setSettings({ budgetMicros: 10_000_000 })
    expect(await resumesAt(clock.now())).toBe(MINUTE)
    expect(notices.at(-1)).toMatchObject({
      kind: 'campaign_resumed',
      title: 'Reminders goes on by itself',
      text: 'Its budget has room again. It is set to resume after such a pause.',
    })
    expect((await audit()).at(-1)).toMatchObject({ actor: 'engine', action: 'campaign.resume' })
  })

  test('off: it stays paused', async () => {
    const { launch, clock, state } = await given({ contacts: 10, settings: { budgetMicros: 50_000 } })
    await setTrunk({ rates: JSON.stringify(rates) })
    await launch()
    await setSettings({ budgetMicros: 10_000_000 })
    await clock.run(clock.now() + HOUR)
    expect(await state()).toBe('paused')
  })

  test('only for the reasons that are set', async () => {
    const { launch, clock, state } = await given({
      contacts: 10,
      settings: { budgetMicros: 50_000, resumeByItself: ['end_reached'] },
    })
    await setTrunk({ rates: JSON.stringify(rates) })
    await launch()
    await setSettings({ budgetMicros: 10_000_000 })
    await clock.run(clock.now() + HOUR)
    expect(await state()).toBe('paused')
  })

  test('insufficient_balance: with a new balance', async () => {
    const { launch, clock } = await given({
      contacts: 3,
      settings: { resumeByItself: ['insufficient_balance'] },
    })
    await setTrunk({ rates: JSON.stringify(rates), balance_micros: 1 })
    await launch(mondayAtTen + MINUTE)
    expect((await paused())[1]).toBe('insufficient_balance')
    await setTrunk({ balance_micros: 10_000_000 })
    expect(await resumesAt(clock.now())).toBe(MINUTE)
  })

  test('system_limit: a cause that comes back within the minute starts the minute anew', async () => {
    let free = 0
    const { launch, clock, state } = await given({
      contacts: 2,
      settings: { resumeByItself: ['system_limit'] },
      engine: { freeDisk: async () => free },
    })
    await launch(mondayAtTen + MINUTE)
    free = 2 ** 40
    await clock.run(clock.now() + 50_000)
    free = 0
    await clock.run(clock.now() + 20_000)
    free = 2 ** 40
    await clock.run(clock.now() + 50_000)
    expect(await state()).toBe('paused')
    await clock.run(clock.now() + 30_000)
    expect(await state()).not.toBe('paused')
  })

  test('provider_error: when the trunk can be reached', async () => {
    const { launch, clock, dialer, trunk, state } = await given({
      contacts: 3,
      settings: { resumeByItself: ['provider_error'] },
    })
    await launch(mondayAtTen + 1_000)
    dialer.setHealth(trunk, { is: 'down', since: mondayAtTen, reason: 'no answer', retryAt: null })
    await clock.run(mondayAtTen + 7 * MINUTE)
    expect(await paused()).toEqual(['paused', 'provider_error', expect.stringContaining('no answer')])
    dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
    await clock.settle()
    expect(await resumesAt(clock.now())).toBeLessThanOrEqual(MINUTE + 10_000)
    await clock.run()
    expect(await state()).toBe('completed')
  })

  test('end_reached: when its end was moved', async () => {
    const { launch, clock } = await given({
      contacts: 5,
      schedule: { endsAt: mondayAtTen + 30_000 },
      settings: { resumeByItself: ['end_reached'] },
    })
    await launch(mondayAtTen + 2 * MINUTE)
    const schedule = JSON.parse((await row()).schedule)
    await setCampaign({ schedule: JSON.stringify({ ...schedule, endsAt: mondayAtTen + 5 * HOUR }) })
    expect(await resumesAt(clock.now())).toBe(MINUTE)
  })

  test('numbers_exhausted: when one can be shown again', async () => {
    const { launch, clock, store, engine, campaign } = await given({
      contacts: 5,
      numbers: 1,
      settings: { numbersWaitHours: 1, resumeByItself: ['numbers_exhausted'] },
    })
    await launch(mondayAtTen + 1_000)
    await store.write(tx => tx.updateTable('numbers').set({ enabled: 0 }).execute())
    engine.changed(campaign)
    await clock.run(mondayAtTen + 2 * HOUR)
    expect((await paused())[1]).toBe('numbers_exhausted')
    await store.write(tx => tx.updateTable('numbers').set({ enabled: 1 }).execute())
    engine.changed(campaign)
    expect(await resumesAt(clock.now())).toBe(MINUTE)
  })

  test('manual and a finished test never end by themselves', async () => {
    const { engine, campaign, clock, state } = await given({
      contacts: 5,
      settings: { resumeByItself: ['manual', 'test_finished'] },
    })
    await engine.launch(campaign, { ...launchDefaults, testContacts: 2 })
    await clock.run(mondayAtTen + HOUR)
    expect(await paused()).toEqual(['paused', 'test_finished', '2 contacts were called as a test'])
    expect(await state()).toBe('paused')
  })
})
