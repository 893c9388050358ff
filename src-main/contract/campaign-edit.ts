import { z } from 'zod'
import { editableParts } from '../domain/editable.ts'
import { campaignSettings, schedule } from './settings.ts'
import { agentId, businessHoursId, numberId, shownName, trunkId } from './values.ts'

export const campaignName = shownName(120)
export const campaignNotes = z.string().max(10_000)

export const campaignNumber = z.object({
  id: numberId,
  number: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  /** Share of calls by the strategy `weighted`: 1–100. */
  weight: z.int().min(1).max(100),
  enabled: z.boolean(),
})
export type CampaignNumber = z.infer<typeof campaignNumber>

/** Ordered failover group: the first that can take a call carries it; empty: the workspace's default trunk. */
export const trunkGroup = z.array(trunkId).max(8)

/** A part of a campaign that can be changed by itself: `notes`, `settings.maxRetries`, `schedule.endsAt` … */
export const editablePart = z.enum(editableParts)
export type EditablePart = z.infer<typeof editablePart>

/** What is to be different; a part that is left out stays. */
export const campaignChange = z.object({
  name: campaignName.optional(),
  notes: campaignNotes.optional(),
  /** Pins its newest published version, also where it is the same agent. */
  agent: agentId.nullable().optional(),
  trunks: trunkGroup.optional(),
  settings: campaignSettings.partial().optional(),
  schedule: schedule.partial().optional(),
  businessHours: businessHoursId.nullable().optional(),
  /** The whole list, in the order of rotation. */
  numbers: z
    .array(campaignNumber.pick({ id: true, weight: true, enabled: true }))
    .max(1_000)
    .optional(),
})
export type CampaignChange = z.infer<typeof campaignChange>
