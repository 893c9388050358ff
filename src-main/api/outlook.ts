import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { CampaignStateName } from '../domain/campaign-state.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { dayOutlook } from './day-outlook.ts'
import { keptOutlook } from './kept-outlook.ts'
import { mustExist } from './must-exist.ts'
import { nextToday } from './next-today.ts'
import type { Services } from './services.ts'

const os = implement(contract.outlook).$context<Services>()
const atWork: readonly CampaignStateName[] = ['running', 'draining', 'scheduled']

export const outlook = os.router({
  ofDay: os.ofDay.handler(async ({ context, signal }) => {
    const campaigns = await readCampaigns(context.db)
    return dayOutlook(
      context,
      campaigns.filter(({ state }) => atWork.includes(state.is)),
      signal,
    )
  }),

  nextToday: os.nextToday.handler(async ({ context }) => nextToday(context, await readCampaigns(context.db))),

  ofCampaign: os.ofCampaign.handler(async ({ input: { id }, context }) => {
    const campaign = await mustExist(context, id)
    if (!atWork.includes(campaign.state.is)) return { at: context.now(), finishAt: null, why: 'resting' }
    return keptOutlook(context, campaign)
  }),
})
