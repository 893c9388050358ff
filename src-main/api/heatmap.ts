import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { campaignLights } from './campaign-light.ts'
import { mustExist } from './must-exist.ts'
import type { Services } from './services.ts'

const os = implement(contract.heatmap).$context<Services>()

export const heatmap = os.router({
  ofCampaign: os.ofCampaign.handler(async ({ input: { id, clock }, context, signal }) => {
    const [campaign, light] = await Promise.all([mustExist(context, id), campaignLights(context)])
    const { zone } = light(campaign)
    const at = context.now()
    const asked = { campaign: id, zone: clock === 'campaign' ? zone : null }
    return { at, zone, cells: await context.reads.ask('heatmap', asked, { signal }) }
  }),
})
