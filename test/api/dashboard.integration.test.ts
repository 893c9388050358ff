import { expect, test } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { anApi, endOf, firstOf } from '../make/api.ts'

const api = anApi({ demo: true })
const demo = 1 as CampaignId
const nowhere = 99 as CampaignId

/** The demo's first contact is called at this moment, and answers. */
async function callAt(sentAt: number): Promise<void> {
  const { change, statements } = api.services
  await change(async () => {
    const { id } = statements.run(
      `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
         agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, lead_before, facts)
       SELECT ?, 1, leads.id, contact_id, 1, 1, (SELECT min(id) FROM trunks), (SELECT min(id) FROM numbers),
         agent_version_id, '+391234567', place_id, '', 'sending', ?, ?, '{}', '{}'
       FROM leads JOIN campaigns ON campaigns.id = campaign_id WHERE campaign_id = 1 ORDER BY leads.id LIMIT 1`,
      `call-${sentAt}`,
      sentAt,
      sentAt,
    )
    statements.run(
      `UPDATE calls SET state = 'ended', ended_at = ?, result = 'answered', goal = 'achieved' WHERE id = ?`,
      sentAt + 30_000,
      id,
    )
  })
}

test('monitoring.md §2: the heatmap tells the hour on the contacts’ clocks or on the campaign’s', async () => {
  expect(await api.client.heatmap.ofCampaign({ id: demo, clock: 'contact' })).toMatchObject({ cells: [] })
  // A Thursday, 09:30 UTC: 10:30 in Rome.
  await callAt(Date.UTC(2026, 10, 19, 9, 30))
  const onItaly = await api.client.heatmap.ofCampaign({ id: demo, clock: 'contact' })
  expect(onItaly.cells).toEqual([{ day: 4, hour: 10, calls: 1, people: 1 }])
  const { cells, zone } = await api.client.heatmap.ofCampaign({ id: demo, clock: 'campaign' })
  const there = new Date(Date.UTC(2026, 10, 19, 9, 30)).toLocaleString('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
  })
  expect(cells.map(({ hour }) => hour)).toEqual([Number(there)])
})

test('monitoring.md §2: goal results come with the dashboard', async () => {
  const { goals } = await firstOf(await api.client.campaigns.live({ id: demo }))
  expect(goals.outcomes).toEqual({ achieved: 1, partially_achieved: 0, not_achieved: 0, unknown: 0 })
  expect(goals.name).not.toBeNull()
})

test('monitoring.md §2: the advisor is quiet about a draft, and time left says why there is none', async () => {
  expect((await api.client.health.ofCampaign({ id: demo })).findings).toEqual([])
  expect((await api.client.health.list()).campaigns).toEqual([])
  expect(await api.client.outlook.ofCampaign({ id: demo })).toMatchObject({ finishAt: null, why: 'resting' })
})

test('monitoring.md §4: home knows disk, memory and the hours of each campaign', async () => {
  const live = await firstOf(await api.client.workspace.live())
  expect(live.engine.freeDiskBytes).toBeGreaterThan(0)
  expect(live.engine.memoryBytes).toBeGreaterThan(0)
  expect(live.campaigns).toEqual([])
})

test('monitoring.md §4, “trunks … today’s figures”: each trunk tells what it carried today and what of it was answered', async () => {
  const [first] = await api.client.trunks.list()
  expect(await api.client.workspace.trunkDay()).toEqual({ trunks: [], costs: [] })
  const hour = Date.now() - (Date.now() % 3_600_000)
  for (const at of [hour, hour + 1, hour - 48 * 3_600_000]) await callAt(at)
  const { statements, change } = api.services
  await change(async () => {
    statements.run(
      'UPDATE call_sums SET answered = 1, cost_micros = 90000, rang = 1, pdd_ms = 900 WHERE calls = 2',
    )
    statements.run(`UPDATE trunks SET rates = json('{"currency":"EUR","rates":[]}')`)
  })
  expect(await api.client.workspace.trunkDay()).toEqual({
    trunks: [{ id: first?.id, ended: 2, answerRate: 0.5, firstRingMs: 900 }],
    costs: [{ currency: 'EUR', micros: 90_000, calls: 2 }],
  })
})

test('monitoring.md §4: without a campaign at work nothing is expected of the day', async () => {
  expect(await api.client.outlook.ofDay()).toEqual({ hours: [], ends: [] })
})

test('of a campaign that does not exist everything is refused', async () => {
  const { heatmap, health, outlook } = api.client
  expect(
    await Promise.all([
      endOf(heatmap.ofCampaign({ id: nowhere, clock: 'contact' })),
      endOf(health.ofCampaign({ id: nowhere })),
      endOf(outlook.ofCampaign({ id: nowhere })),
    ]),
  ).toEqual(['not_found', 'not_found', 'not_found'])
})
