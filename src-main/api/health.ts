import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { isAdvised } from '../domain/health/health-of.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { campaignHealth } from './campaign-health.ts'
import { mustExist } from './must-exist.ts'
import type { Services } from './services.ts'

const os = implement(contract.health).$context<Services>()

export const health = os.router({
  ofCampaign: os.ofCampaign.handler(async ({ input: { id }, context, signal }) => ({
    at: context.now(),
    findings: await campaignHealth(context, await mustExist(context, id), signal),
  })),

  list: os.list.handler(async ({ context, signal }) => {
    const campaigns = []
    const all = await readCampaigns(context.db)
    for (const campaign of all.filter(({ state }) => isAdvised(state.is))) {
      const findings = await campaignHealth(context, campaign, signal)
      if (findings.length > 0) campaigns.push({ id: campaign.id, name: campaign.name, findings })
    }
    return { at: context.now(), campaigns }
  }),
})
