import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../src-main/domain/ids.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { createEngine } from '../../src-main/engine/create-engine.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import { createSimDialer, letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { createVirtualClock } from '../fakes/virtual-clock.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, addLate, aPerson, mondayAtTen, phone } from '../make/workspace.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let bench: Bench | null = null
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench?.bugs ?? []).toEqual([])
  await bench?.end()
  bench = null
})
const row = async ({ store, campaign }: Bench) =>
  store.db.selectFrom('campaigns').selectAll().where('id', '=', campaign).executeTakeFirstOrThrow()

describe('campaigns.md §10 line 5: Restart', () => {
  test('treats called as completed; manual skips stay', async () => {
    const b = await given({
      contacts: 3,
      settings: { maxRetries: 0, completionMinutes: 600 },
      answer: ({ to }) => (to === phone(0) ? picksUp : letsItRing),
    })
    await b.launch(mondayAtTen + 10 * MINUTE)
    await b.store.write(tx =>
      tx
        .updateTable('leads')
        .set({ status: 'skipped', skip_reason: 'manual', final_status: null, ready_at: 0 })
        .where('contact_id', '=', 2 as never)
        .execute(),
    )
    await b.engine.move(b.campaign, { do: 'cancel' })
    await b.clock.settle()
    const before = b.dialer.invites.length
    expect(await b.statuses()).toEqual({ called: 2, skipped: 1 })
    expect(await b.engine.move(b.campaign, { do: 'restart' })).toMatchObject({
      refused: 'not_ready',
      missing: [{ need: 'contacts' }],
    })
    await addLate(b.store, b.campaign, [aPerson({ phone: phone(9) })])
    await b.engine.move(b.campaign, { do: 'restart' })
    await b.clock.run(b.clock.now() + 5 * MINUTE)
    expect(b.dialer.invites.slice(before).map(({ number }) => number)).toEqual([phone(9)])
  })

  test('legal caps are counted from the call history, whatever was reset', async () => {
    const rule = {
      id: 'x/attempts',
      jurisdiction: 'Testland',
      text: 'One a week',
      citation: '',
      verified: true,
    }
    const b = await given({
      contacts: 1,
      settings: { maxRetries: 0 },
      answer: () => letsItRing,
      engine: {
        backup: async name => name,
        rules: {
          holidays: () => null,
          law: () => ({
            hours: [],
            caps: [{ attempts: 1, withinMs: 7 * 24 * HOUR, per: 'number', rule }],
            pauses: [],
            minRing: null,
            consent: { need: 'none', rule: null },
            abandonment: [],
            duties: [],
            rules: [rule],
          }),
        },
      },
    })
    await b.launch()
    const choices = { ...launchDefaults, resetHistory: true }
    expect(await b.engine.launch(b.campaign, choices, { typedName: 'Reminders' })).toEqual({
      moved: { is: 'running' },
    })
    const first = Number(b.dialer.invites[0]?.at)
    await b.clock.run(first + 7 * 24 * HOUR - 1)
    expect(b.dialer.invites).toHaveLength(1)
    await b.clock.run(first + 10 * 24 * HOUR)
    expect(b.dialer.invites).toHaveLength(2)
  })
})

describe('campaigns.md §10 line 7: Draining', () => {
  const draining = async (towards: 'pause' | 'finish' | 'cancel', contacts = 3) => {
    const b = await given({ contacts })
    await b.launch(mondayAtTen + 10_000)
    expect(b.engine.activeCalls()).toHaveLength(1)
    await b.engine.move(
      b.campaign,
      towards === 'pause' ? { do: 'pause', reason: 'manual', detail: '' } : { do: towards },
    )
    expect(await b.state()).toBe('draining')
    return b
  }

  test.each([
    ['pause', 'paused'],
    ['finish', 'completed'],
    ['cancel', 'cancelled'],
  ] as const)('%s: hang up now ends the calls, and it rests as %s', async (move, rests) => {
    const b = await draining(move)
    expect(await b.engine.move(b.campaign, { do: 'hang_up' })).toMatchObject({ moved: { is: 'draining' } })
    await b.clock.settle()
    expect([b.dialer.upNow(), await b.state()]).toEqual([0, rests])
    expect(b.dialer.invites).toHaveLength(1)
  })

  test.each(['pause', 'finish'] as const)('%s: resume makes it run on', async move => {
    const b = await draining(move)
    expect(await b.engine.move(b.campaign, { do: 'resume' })).toEqual({ moved: { is: 'running' } })
    await b.clock.run()
    expect([b.dialer.invites.length, await b.state()]).toEqual([3, 'completed'])
  })

  test('cancelled wins over paused, paused over completed', async () => {
    const b = await draining('finish')
    const pause = { do: 'pause', reason: 'manual', detail: '' } as const
    expect(await b.engine.move(b.campaign, pause)).toMatchObject({ moved: { towards: { is: 'paused' } } })
    expect(await b.engine.move(b.campaign, { do: 'cancel' })).toMatchObject({
      moved: { towards: { is: 'cancelled' } },
    })
    for (const move of [pause, { do: 'resume' } as const, { do: 'finish' } as const])
      expect(await b.engine.move(b.campaign, move)).toMatchObject({ refused: 'illegal_move' })
    await b.clock.run()
    expect(await b.state()).toBe('cancelled')
  })

  test('the first reason is kept', async () => {
    const b = await given({ contacts: 3, schedule: { endsAt: mondayAtTen + 10_000 } })
    await b.launch(mondayAtTen + 10_001)
    expect(await b.engine.move(b.campaign, { do: 'pause', reason: 'manual', detail: '' })).toMatchObject({
      refused: 'illegal_move',
    })
    await b.clock.run()
    expect((await row(b)).pause_reason).toBe('end_reached')
  })

  test('contacts added to a campaign that was completing make it run on', async () => {
    const b = await draining('finish', 1)
    await addLate(b.store, b.campaign, [aPerson({ phone: phone(5) })])
    expect(await b.engine.move(b.campaign, { do: 'refill' })).toEqual({ moved: { is: 'running' } })
    await b.clock.run()
    expect(b.dialer.invites.map(({ number }) => number)).toEqual([0, 5].map(phone))
    expect(await b.state()).toBe('completed')
  })

  test('contacts added to one that is pausing or cancelling do not', async () => {
    const b = await draining('pause')
    expect(await b.engine.move(b.campaign, { do: 'refill' })).toMatchObject({ refused: 'illegal_move' })
  })
})

describe('campaigns.md §10 line 8: Start time missed (program off)', () => {
  const startsAt = mondayAtTen + HOUR
  /** Launched for later by a process that ended; the next one starts at that time. */
  const missed = async (at: Instant, options: BenchOptions, between: (b: Bench) => Promise<unknown>) => {
    const b = await given({ ...options, schedule: { startsAt, ...options.schedule } })
    expect(await b.engine.move(b.campaign, { do: 'launch', startsAt })).toEqual({
      moved: { is: 'scheduled' },
    })
    await b.engine.close({ hangUp: false, withinMs: 0 })
    await between(b)
    return { ...b, next: await nextProcess(b, at) }
  }

  test('starts late, with a notice', async () => {
    const b = await missed(startsAt + 2 * HOUR, { contacts: 2 }, async () => {})
    await b.next.clock.run()
    expect(b.next.dialer.invites[0]?.at).toBe(startsAt + 2 * HOUR)
    expect(b.next.notices).toContain('Reminders started late: its start was Mon 11:00 Europe/Berlin')
    expect(await row(b)).toMatchObject({ state: 'completed', run: 1, launched_at: startsAt + 2 * HOUR })
  })

  test('not ready (checklist fails) → paused with reason not_ready', async () => {
    const b = await missed(startsAt + HOUR, { contacts: 2 }, ({ store }) =>
      store.write(tx => tx.updateTable('numbers').set({ enabled: 0 }).execute()),
    )
    await b.next.clock.run()
    expect(b.next.dialer.invites).toEqual([])
    expect(await row(b)).toMatchObject({
      state: 'paused',
      pause_reason: 'not_ready',
      pause_detail: 'None of its 2 caller numbers is usable: each is switched off or excluded',
    })
  })

  test('past its end → paused with end_reached', async () => {
    const b = await missed(
      startsAt + 3 * HOUR,
      { contacts: 2, schedule: { endsAt: startsAt + 2 * HOUR } },
      async () => {},
    )
    await b.next.clock.run()
    expect(b.next.dialer.invites).toEqual([])
    expect(await row(b)).toMatchObject({ state: 'paused', pause_reason: 'end_reached' })
  })

  test('one that starts on time says nothing', async () => {
    const b = await given({ contacts: 1, schedule: { startsAt } })
    await b.engine.move(b.campaign, { do: 'launch', startsAt })
    await b.clock.run()
    expect(b.notices.map(({ kind }) => kind)).toEqual(['campaign_completed'])
  })

  test('unscheduled it is a draft again, and its start does not come', async () => {
    const b = await given({ contacts: 1, schedule: { startsAt } })
    await b.engine.move(b.campaign, { do: 'launch', startsAt })
    expect(await b.engine.move(b.campaign, { do: 'unschedule' })).toEqual({ moved: { is: 'draft' } })
    await b.clock.run()
    expect([b.dialer.invites.length, (await row(b)).run]).toEqual([0, 0])
  })
})

describe('campaigns.md §10 line 9: Quit, crash, sleep', () => {
  const slow: BenchOptions = { contacts: 60, settings: { intervalMs: 10_000 } }

  test('a running campaign goes on after a quit, without a burst', async () => {
    const b = await given(slow)
    await b.launch(mondayAtTen + MINUTE)
    await b.engine.close({ hangUp: true, withinMs: 0 })
    const next = await nextProcess(b, mondayAtTen + 2 * HOUR)
    await next.clock.run(mondayAtTen + 2 * HOUR + 35_000)
    const times = next.dialer.invites.map(({ at }) => at - mondayAtTen - 2 * HOUR)
    expect(times.length).toBeGreaterThan(0)
    for (const [index, at] of times.slice(1).entries())
      expect(at - Number(times[index])).toBeGreaterThanOrEqual(10_000)
  })

  test('a running campaign goes on after a sleep, without a burst', async () => {
    const b = await given({ ...slow, settings: { intervalMs: 10_000, maxConcurrentCalls: 20 } })
    await b.launch(mondayAtTen + MINUTE)
    const before = b.dialer.invites.length
    b.clock.jump(3 * HOUR)
    const woken = b.clock.now()
    await b.clock.run(woken + MINUTE)
    const times = b.dialer.invites.slice(before).map(({ at }) => at)
    expect(times.length).toBeGreaterThan(2)
    for (const [index, at] of times.slice(1).entries())
      expect(at - Number(times[index])).toBeGreaterThanOrEqual(10_000)
    expect(await b.state()).toBe('running')
  })
})

describe('campaigns.md §10 line 22: Stop everything', () => {
  test('pauses every campaign, running, scheduled and draining ones, and ends the calls if asked', async () => {
    const b = await given({ contacts: 3 })
    const startsAt = mondayAtTen + HOUR
    const scheduled = await aCampaign(b.store, {
      name: 'Later',
      contacts: 1,
      firstContact: 10,
      schedule: { startsAt },
    })
    const finishing = await aCampaign(b.store, { name: 'Ending', contacts: 2, firstContact: 20 })
    await b.engine.move(scheduled.campaign, { do: 'launch', startsAt })
    await b.engine.move(finishing.campaign, { do: 'launch', startsAt: null })
    await b.launch(mondayAtTen + 10_000)
    await b.engine.move(finishing.campaign, { do: 'finish' })
    expect(b.dialer.upNow()).toBe(2)
    expect(await b.engine.stopAll({ hangUp: true, actor: 'eva' })).toBe(3)
    await b.clock.run()
    expect(b.dialer.upNow()).toBe(0)
    const campaigns = await b.store.db.selectFrom('campaigns').select(['state', 'pause_reason']).execute()
    expect(campaigns).toEqual(Array(3).fill({ state: 'paused', pause_reason: 'manual' }))
    expect(b.dialer.invites).toHaveLength(2)
  })

  test('without being asked the calls may end by themselves', async () => {
    const b = await given({ contacts: 3 })
    await b.launch(mondayAtTen + 10_000)
    expect(await b.engine.stopAll({ hangUp: false })).toBe(1)
    expect([b.dialer.upNow(), await b.state()]).toEqual([1, 'draining'])
    await b.clock.run()
    expect([b.dialer.upNow(), await b.state(), b.dialer.invites.length]).toEqual([0, 'paused', 1])
  })
})

/** A process that opens the same workspace at that time. */
async function nextProcess(before: Bench, at: Instant) {
  const clock = createVirtualClock(at)
  const dialer = createSimDialer({ clock, answer: () => picksUp })
  const notices: string[] = []
  const engine = createEngine({
    store: before.store,
    dialer,
    clock,
    dice: seededDice(2),
    notify: ({ title }) => notices.push(title),
    report: error => before.bugs.push(error),
  })
  await engine.start()
  return { clock, dialer, notices, engine }
}

test('each of the 22 lines of campaigns.md §10 has a test that names it', () => {
  const folder = resolve(import.meta.dirname, '..')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.tsx?$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
  const named = new Set(
    files.flatMap(text => [...text.matchAll(/10,? lines? (\d+)/g)].map(([, line]) => Number(line))),
  )
  const missing = Array.from({ length: 22 }, (_, index) => index + 1).filter(line => !named.has(line))
  expect(missing).toEqual([])
})
