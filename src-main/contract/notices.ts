import { oc } from '@orpc/contract'
import { z } from 'zod'
import { campaignId, errors, instant, page } from './values.ts'

const procedure = oc.errors(errors)

export const notice = z.object({
  id: z.int(),
  at: instant,
  /** What it is about, for the button to its cause: `campaign_paused`, `trunk_held` … */
  kind: z.string(),
  level: z.enum(['info', 'warning', 'problem']),
  /** What happened, with its figure. */
  title: z.string(),
  /** Why, and what to do now. */
  text: z.string(),
  campaign: campaignId.nullable(),
  read: z.boolean(),
})
export type Notice = z.infer<typeof notice>

export const notices = {
  /** Newest first. */
  list: procedure
    .input(page.extend({ unreadOnly: z.boolean().default(false), campaign: campaignId.optional() }))
    .output(z.object({ total: z.int(), unread: z.int(), rows: z.array(notice) })),
  read: procedure.input(z.object({ id: z.int() })).output(z.object({})),
  /** @returns how many were unread */
  readAll: procedure.output(z.object({ read: z.int() })),
}
