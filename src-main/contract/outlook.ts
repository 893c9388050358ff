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

/** What all campaigns at work are still expected to call today, by the clock of the workspace. */
export const dayOutlook = z.object({
  /** Hours 0–23 in which calls start, from this one on, whose part to come is told. */
  hours: z.array(z.object({ hour: z.int(), calls: z.int() })),
  /** The likely end of each campaign that comes to one. */
  ends: z.array(z.object({ id: campaignId, at: instant })),
})
export type DayOutlook = z.infer<typeof dayOutlook>

export const outlook = {
  ofDay: oc.errors(errors).output(dayOutlook),
  /** When a campaign at work comes to its end, by the forecast. */
  ofCampaign: oc
    .errors(errors)
    .input(z.object({ id: campaignId }))
    .output(campaignOutlook),
}
