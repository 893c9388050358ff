import { oc } from '@orpc/contract'
import { z } from 'zod'
import { band } from './forecast.ts'
import { campaignId, errors, instant } from './values.ts'

export const campaignOutlook = z.object({
  /** When it was worked out: some minutes ago at most while the campaign is watched. */
  at: instant,
  /** `null`: it does not call now, or would not come to its end within a year. */
  finishAt: band.nullable(),
  why: z.enum(['resting', 'endless']).nullable(),
})
export type CampaignOutlook = z.infer<typeof campaignOutlook>

export const outlook = {
  /** When a campaign at work comes to its end, by the forecast. */
  ofCampaign: oc
    .errors(errors)
    .input(z.object({ id: campaignId }))
    .output(campaignOutlook),
}
