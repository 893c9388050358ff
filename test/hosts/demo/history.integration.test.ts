import { join, resolve } from 'node:path'
import { DateTime } from 'luxon'
import { beforeAll, expect, test } from 'vitest'
import type { TrunkId } from '../../../src-main/domain/ids.ts'
import { finalLeadStatuses } from '../../../src-main/domain/lead.ts'
import { playHistory } from '../../../src-main/hosts/demo/history/play-history.ts'
import { demoPlot, type Plot } from '../../../src-main/hosts/demo/history/plot.ts'
import { inTempFolder } from '../../../src-main/hosts/in-temp-folder.ts'
import { brokenAuditRows } from '../../../src-main/store/audit.ts'
import { anApi } from '../../make/api.ts'
import { anOpenStore } from '../../make/workspace.ts'

const api = anApi()
const shares: number[] = []
let ready: number

beforeAll(async () => {
  for await (const event of await api.client.workspace.startDemoWithHistory())
    if (event.is === 'progress') shares.push(event.share)
    else ready = event.campaign
}, 120_000)

const db = () => api.services.db

test('desktop.md §2: the demo tells how far it is, and ends with a campaign that is one click from launch', async () => {
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  const campaign = await db()
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', ready as never)
    .executeTakeFirstOrThrow()
  expect(campaign).toMatchObject({ name: 'Appointment reminders (demo)', state: 'draft', run: 0 })
  const leads = await db()
    .selectFrom('leads')
    .select('status')
    .where('campaign_id', '=', campaign.id)
    .execute()
  expect(leads.map(({ status }) => status)).toEqual(Array(500).fill('pending'))
})

test('desktop.md §2: one earlier campaign came to its end, one was ended early, one rests halfway', async () => {
  const campaigns = await db()
    .selectFrom('campaigns')
    .select(['name', 'state', 'pause_reason'])
    .orderBy('id')
    .execute()
  expect(campaigns).toMatchObject([
    { name: 'Check-up reminders', state: 'completed' },
    { name: 'Closed on Friday', state: 'cancelled' },
    { name: 'Patient survey', state: 'paused', pause_reason: 'manual' },
    { name: 'Appointment reminders (demo)', state: 'draft' },
  ])
  const waiting = async (name: string) =>
    (
      await db()
        .selectFrom('leads')
        .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
        .select('leads.id')
        .where('name', '=', name)
        .where('status', 'not in', finalLeadStatuses)
        .execute()
    ).length
  expect(await waiting('Check-up reminders')).toBe(0)
  expect(await waiting('Closed on Friday')).toBeGreaterThan(50)
  expect(await waiting('Patient survey')).toBeGreaterThan(50)
})

test('telephony.md: every call lies in the weeks before, is over, and began within the hours of its campaign', async () => {
  const now = Date.now()
  const calls = await db()
    .selectFrom('calls')
    .innerJoin('places', 'places.id', 'place_id')
    .select(['state', 'sending_at', 'ended_at', 'places.zones'])
    .execute()
  expect(calls.length).toBeGreaterThan(1_500)
  expect(calls.filter(call => call.state !== 'ended' || (call.ended_at ?? now) > now)).toEqual([])
  const day = 24 * 3_600_000
  const starts = calls.map(call => call.sending_at as number)
  expect(Math.min(...starts)).toBeGreaterThan(now - 41 * day)
  expect(Math.max(...starts) - Math.min(...starts)).toBeGreaterThan(28 * day)
  const outside = calls.filter(({ sending_at, zones }) =>
    (JSON.parse(zones) as string[]).some(zone => {
      const local = DateTime.fromMillis(sending_at as number, { zone })
      return local.weekday === 7 || local.hour < 9 || local.hour >= 20
    }),
  )
  expect(outside).toEqual([])
})

test('monitoring.md §3: people answer more often after work than in the morning, and the sums agree with the calls', async () => {
  const rows = await db()
    .selectFrom('calls')
    .innerJoin('places', 'places.id', 'place_id')
    .select(['sending_at', 'result', 'places.zones', 'calls.campaign_id', 'cost_micros'])
    .execute()
  const answered = (from: number, to: number) => {
    const within = rows.filter(({ sending_at, zones }) => {
      const { hour } = DateTime.fromMillis(sending_at as number, {
        zone: (JSON.parse(zones) as string[])[0] ?? 'UTC',
      })
      return hour >= from && hour < to
    })
    return within.filter(({ result }) => result === 'answered').length / within.length
  }
  expect(answered(17, 20)).toBeGreaterThan(answered(9, 11) * 1.4)
  const sums = await db()
    .selectFrom('campaign_hours')
    .select(({ fn }) => [fn.sum<number>('calls').as('calls'), fn.sum<number>('cost_micros').as('cost')])
    .executeTakeFirstOrThrow()
  expect(sums).toEqual({
    calls: rows.length,
    cost: rows.reduce((sum, { cost_micros }) => sum + cost_micros, 0),
  })
  expect(sums.cost).toBeGreaterThan(0)
})

test('monitoring.md §4: conversations have words, goals and answers; some people are never called again', async () => {
  const count = async (table: 'call_events' | 'goal_results' | 'answers' | 'suppressions' | 'notices') =>
    (
      await db()
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows
  const conversations = (
    await db().selectFrom('calls').select('id').where('result', '=', 'answered').execute()
  ).length
  expect(await count('call_events')).toBeGreaterThan(conversations * 4)
  expect(await count('goal_results')).toBeGreaterThan(conversations * 0.8)
  expect(await count('answers')).toBeGreaterThan(conversations * 0.8)
  expect(await count('suppressions')).toBeGreaterThan(4)
  expect(await count('notices')).toBeGreaterThan(0)
})

test('campaigns.md §7: one number is worse than the others, none rests', async () => {
  const numbers = await db()
    .selectFrom('numbers')
    .select(['name', 'score', 'excluded_at'])
    .orderBy('score', 'desc')
    .execute()
  const [worst, next] = numbers
  expect(worst?.name).toBe('Munich desk')
  expect(worst?.score).toBeGreaterThan(next?.score ?? 9)
  expect(numbers.every(({ excluded_at }) => excluded_at === null)).toBe(true)
})

test('what moved in fits together: keys, counts of contacts, and the chain of the audit log', async () => {
  const { statements } = api.services
  await api.services.change(async () => {
    expect(statements.rows('PRAGMA foreign_key_check')).toEqual([])
    expect(
      statements.rows(`SELECT campaign_id, status, sum(leads) AS leads FROM lead_counts GROUP BY 1, 2 HAVING sum(leads) > 0
        EXCEPT SELECT campaign_id, status, count(*) FROM leads GROUP BY 1, 2`),
    ).toEqual([])
    expect(
      statements.rows(
        `SELECT id FROM contacts WHERE calls <> (SELECT count(*) FROM calls WHERE contact_id = contacts.id)`,
      ),
    ).toEqual([])
  })
  expect(await brokenAuditRows(db())).toEqual([])
})

test('a second demo is refused, with what the workspace has already', async () => {
  const again = async () => {
    for await (const _ of await api.client.workspace.startDemoWithHistory());
  }
  await expect(again()).rejects.toMatchObject({ data: { what: 'This workspace has campaigns already.' } })
})

test('the same seed and the same time make the same calls', async () => {
  const now = Date.UTC(2026, 10, 20, 15)
  const [past] = demoPlot.campaigns
  if (past === undefined) throw new Error('the plot has no campaign')
  const plot: Plot = {
    days: 3,
    campaigns: [{ ...past, people: [0, 40] }],
    scenes: [{ campaign: 0, daysAgo: 2, at: 520, does: 'launch' }],
  }
  const play = () =>
    inTempFolder(async folder => {
      await playHistory(folder, {
        resources: resolve(import.meta.dirname, '../../../resources'),
        practiceTrunk: 1 as TrunkId,
        zone: 'Europe/Berlin',
        now,
        seed: 5,
        plot,
        onProgress: () => {},
      })
      const store = await anOpenStore(join(folder, 'workspace.db'))
      const calls = await store.db.selectFrom('calls').selectAll().orderBy('id').execute()
      await store.close()
      return calls
    })
  const calls = await play()
  expect(calls.length).toBeGreaterThan(40)
  expect(await play()).toEqual(calls)
})
