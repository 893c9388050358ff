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

/** What begins and ends of itself until midnight by the clock of the workspace, in this order. */
export const nextToday = z.array(
  z.object({
    at: instant,
    /** `retries`: the first contact that waits for a further attempt may be called. */
    is: z.enum(['starts', 'opens', 'closes', 'retries']),
    campaign: z.object({ id: campaignId, name: z.string() }),
    /** Those that can be called from then on, or wait for a further attempt; `null` where hours close. */
    contacts: z.int().nullable(),
  }),
)
export type NextToday = z.infer<typeof nextToday>

export const outlook = {
  ofDay: oc.errors(errors).output(dayOutlook),
  nextToday: oc.errors(errors).output(nextToday),
  /** When a campaign at work comes to its end, by the forecast. */
  ofCampaign: oc
    .errors(errors)
    .input(z.object({ id: campaignId }))
    .output(campaignOutlook),
}
