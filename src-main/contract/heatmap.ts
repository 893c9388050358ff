import { oc } from '@orpc/contract'
import { z } from 'zod'
import { heatClocks } from '../domain/heatmap/heatmap.ts'
import { campaignId, errors, instant } from './values.ts'

export const campaignHeatmap = z.object({
  at: instant,
  /** Of the campaign. */
  zone: z.string(),
  /** The hours of the week in which calls left; `day` 1 is Monday. */
  cells: z.array(z.object({ day: z.int(), hour: z.int(), calls: z.int(), people: z.int() })).readonly(),
})
export type CampaignHeatmap = z.infer<typeof campaignHeatmap>

export const heatmap = {
  /** When people answered, over all ended calls of a campaign. */
  ofCampaign: oc
    .errors(errors)
    .input(z.object({ id: campaignId, clock: z.enum(heatClocks) }))
    .output(campaignHeatmap),
}
