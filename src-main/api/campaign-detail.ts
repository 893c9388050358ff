import type { CampaignDetail } from '../contract/campaigns.ts'
import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { CampaignId } from '../domain/ids.ts'
import { readCampaignForm } from '../store/read-campaign-form.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { campaignLights } from './campaign-light.ts'
import { campaignRow } from './campaign-row.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/** All that is set for a campaign, and what of it may be changed now. */
export async function campaignDetail(context: Services, id: CampaignId): Promise<CampaignDetail> {
  const [[campaign], form] = await Promise.all([
    readCampaigns(context.db, id),
    readCampaignForm(context.db, id),
  ])
  if (campaign === undefined || form === null) throw notFound('campaign', id)
  const active = context.engine.activeCalls().filter(call => call.campaign === id)
  const { settings, schedule } = campaign
  return {
    campaign: campaignRow(campaign, active.length, await campaignLights(context)),
    notes: campaign.notes,
    agent: campaign.agent && {
      ...campaign.agent,
      newestVersion: form.newestVersion ?? campaign.agent.version,
    },
    trunks: campaign.trunks.map(({ id }) => id),
    settings: structuredClone(settings) as CampaignDetail['settings'],
    schedule: structuredClone(schedule) as CampaignDetail['schedule'],
    businessHours: form.businessHours,
    numbers: [...form.numbers],
    currency: form.currency,
    revision: campaign.revision,
    createdAt: campaign.createdAt,
    changedAt: form.changedAt,
    editable: [...editableIn(campaign.state)],
    locked: lockedBecause(campaign.state),
  }
}
