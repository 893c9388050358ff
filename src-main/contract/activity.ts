import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type ActivityKind, activityKinds } from '../domain/activity.ts'
import { campaignId, errors, instant, page } from './values.ts'

export type { ActivityKind }

const procedure = oc.errors(errors)

/** One entry of the audit log: who did what to which thing, and what became of it. */
export const activityEntry = z.object({
  id: z.int(),
  at: instant,
  actor: z.string(),
  /** `campaign.pause`: the interface has words for each. */
  action: z.string(),
  subject: z.object({
    /** `campaign`, `trunk`, `entry` … */
    kind: z.string(),
    id: z.int().nullable(),
    /** As it is called now, or was when it was deleted; empty where it has no name. */
    name: z.string(),
    /** It is still there to be opened. */
    exists: z.boolean(),
  }),
  changes: z.array(z.object({ part: z.string(), before: z.json(), after: z.json() })),
  /** What else was noted: a reason, a figure. */
  notes: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
})
export type ActivityEntry = z.infer<typeof activityEntry>

export const activity = {
  /** Newest first. */
  list: procedure
    .input(
      page.extend({
        search: z.string().max(200).default(''),
        kinds: z.array(z.enum(Object.keys(activityKinds) as [ActivityKind, ...ActivityKind[]])).default([]),
        actors: z.array(z.string().max(100)).max(50).default([]),
        since: instant.optional(),
        campaign: campaignId.optional(),
      }),
    )
    .output(
      z.object({
        total: z.int(),
        rows: z.array(activityEntry),
        /** Everybody who stands in the log, by name. */
        actors: z.array(z.string()),
      }),
    ),
}
