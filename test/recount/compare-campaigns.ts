import { expect } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { firstOf } from '../make/api.ts'
import { type Compared, shownCampaigns } from './compared.ts'
import { isEnded } from './raw-rows.ts'
import { costOf, dashboardOf, endedCalls, goalResults, heatmapOf, tally, wholeOf } from './recount.ts'

const final = ['completed', 'no_conversation', 'no_answer', 'failed', 'skipped']

/** Dashboard, list and heatmap of each campaign. */
export async function compareCampaigns(compared: Compared): Promise<void> {
  const { api, rows, told, clock } = compared
  const { client } = api
  const list = await client.campaigns.list()
  expect(list.map(({ id }) => id).sort()).toEqual(
    shownCampaigns(compared)
      .map(({ id }) => id)
      .sort(),
  )
  for (const call of rows.calls.filter(isEnded))
    expect({ call: call.id, cost: call.cost }).toEqual({
      call: call.id,
      cost: call.result === 'interrupted' ? call.cost : costOf(call.trunk, call.talkMs),
    })
  for (const { id, zone, state } of shownCampaigns(compared)) {
    const campaign = id as CampaignId
    const at = clock.now()
    const live = await firstOf(await client.campaigns.live({ id: campaign }))
    expect(live.at).toBe(at)
    const leads = rows.leads.filter(lead => lead.campaign === id)
    const ended = endedCalls(rows, wholeOf(id))
    const open = rows.calls.filter(call => call.campaign === id && call.state !== 'ended')
    expect(live.figures).toEqual(dashboardOf(rows, id, told.forgotten.get(id) ?? 0, at))
    expect(present(live.statuses)).toEqual(tally(leads.map(({ status }) => status)))
    expect(present(live.results)).toEqual(tally(ended.map(({ result }) => result)))
    expect(live.goals.outcomes).toEqual(goalResults(rows, id))
    const rates = Object.entries(live.figures).flatMap(([name, value]) =>
      answerStatuses.includes(name) ? [value ?? 0] : [],
    )
    if (ended.length > 0) expect(rates.reduce((all, one) => all + one, 0)).toBeCloseTo(1, 9)
    const running = open.reduce(
      (all, call) => all + (call.answeredAt === null ? 0 : costOf(call.trunk, at - call.answeredAt)),
      0,
    )
    expect(live.money?.costMicros).toBe(ended.reduce((all, { cost }) => all + cost, 0) + running)
    expect(live.active).toHaveLength(open.length)
    const row = list.find(each => each.id === id)
    for (const shown of [row, live.campaign])
      expect(shown).toMatchObject({
        state,
        contacts: leads.length,
        finished: leads.filter(({ status }) => final.includes(status)).length,
        activeCalls: open.length,
      })
    for (const clockOf of ['campaign', 'contact'] as const) {
      const { cells } = await client.heatmap.ofCampaign({ id: campaign, clock: clockOf })
      expect(cells).toEqual(heatmapOf(rows, id, clockOf === 'campaign' ? zone : null))
    }
  }
}

const answerStatuses = [
  'humanAnswerRate',
  'machineRate',
  'noAnswerRate',
  'busyRate',
  'rejectionRate',
  'invalidRate',
  'failureRate',
  'otherRate',
]

const present = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
