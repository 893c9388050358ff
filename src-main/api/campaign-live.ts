import type { CampaignLive } from '../contract/campaigns.ts'
import { type CallResult, callResults } from '../domain/call-result.ts'
import { figures } from '../domain/figures.ts'
import { nextLook } from '../domain/holds/next-look.ts'
import type { CampaignId } from '../domain/ids.ts'
import { type LeadStatus, leadStatuses } from '../domain/lead.ts'
import { readGoalCounts } from '../store/heatmap/read-goal-counts.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { readCounts, readStartsSince } from '../store/read-figures.ts'
import { activeRow } from './active-row.ts'
import { campaignAbandonment } from './campaign-abandonment.ts'
import { campaignLights } from './campaign-light.ts'
import { campaignMoney } from './campaign-money.ts'
import { campaignRow } from './campaign-row.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'
import { shownHolds } from './shown-holds.ts'

const hour = 3_600_000

/** Everything the campaign's page shows, as of now. */
export async function campaignLive(services: Services, id: CampaignId): Promise<CampaignLive> {
  const { db, engine, now } = services
  const at = now()
  const [[campaign], counts, starts] = await Promise.all([
    readCampaigns(db, id),
    readCounts(db, id),
    readStartsSince(db, at - hour),
  ])
  if (campaign === undefined) throw notFound('campaign', id)
  const active = engine.activeCalls().filter(call => call.campaign === id)
  const holdsApply = campaign.state.is === 'running' || campaign.state.is === 'scheduled'
  const holds = holdsApply ? shownHolds(engine, id) : []
  const [light, waits, money, abandonment, goals] = await Promise.all([
    campaignLights(services),
    engine.waits(id),
    campaignMoney(services, campaign, active),
    campaignAbandonment(services, campaign),
    readGoalCounts(db, id),
  ])
  const { total: _, ...shown } = figures(counts.leads, counts.calls)
  return {
    at,
    campaign: campaignRow(campaign, active.length, light),
    holds: [...holds],
    waits: waits.map(({ hold, ...wait }) => ({ reason: hold, ...wait })),
    testContacts: campaign.testContacts,
    money,
    abandonment,
    nextCallAt: nextLook(holds),
    maxConcurrentCalls: campaign.settings.maxConcurrentCalls,
    callsPerHour: campaign.settings.callsPerHour,
    statuses: byStatus(counts.leads),
    results: byResult(counts.calls),
    figures: { ...shown, callsLastHour: starts.get(id) ?? 0 },
    goals,
    active: active.map(activeRow),
  }
}

const byStatus = (leads: readonly { readonly status: LeadStatus; readonly leads: number }[]) =>
  Object.fromEntries(
    leadStatuses.map(status => [
      status,
      leads.reduce((sum, count) => sum + (count.status === status ? count.leads : 0), 0),
    ]),
  ) as Record<LeadStatus, number>

const byResult = (calls: readonly { readonly result: CallResult; readonly calls: number }[]) =>
  Object.fromEntries(
    callResults.map(result => [
      result,
      calls.reduce((sum, count) => sum + (count.result === result ? count.calls : 0), 0),
    ]),
  ) as Record<CallResult, number>
