import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ruleRef } from './compliance.ts'
import { callId, campaignId, contactId, errors, instant, leadId, page } from './values.ts'

const procedure = oc.errors(errors)

/** One reason why nobody, or this contact, is called right now. */
export const shownHold = z.object({
  reason: z.string(),
  text: z.string(),
  /** `null`: ends with an event, not at a time. */
  until: instant.nullable(),
})
export type ShownHold = z.infer<typeof shownHold>

/** Contacts that wait for the same thing: “3,120 contacts wait for 09:00 Europe/Berlin”. */
export const shownWait = shownHold.extend({ contacts: z.int() })
export type ShownWait = z.infer<typeof shownWait>

export const whyNotNow = z.object({
  lead: leadId,
  contact: contactId,
  name: z.string(),
  number: z.string().nullable(),
  /** Empty: it is next in line. */
  holds: z.array(shownHold),
  /** `null`: no time can be told; with a hold for good: never. */
  earliest: instant.nullable(),
  /** Wall clock of the called party with zone: `2026-11-26 09:00 Europe/Berlin`. */
  localTime: z.string(),
  checkedAt: instant,
})
export type WhyNotNow = z.infer<typeof whyNotNow>

/** One line of the decision log: why a contact was called or not. */
export const decision = z.object({
  id: z.int(),
  at: instant,
  campaign: z.object({ id: campaignId, name: z.string() }),
  contact: z.object({ id: contactId, name: z.string() }),
  call: callId.nullable(),
  number: z.string().nullable(),
  /** When its turn came, or in the instant before the INVITE. */
  moment: z.enum(['turn', 'sending']),
  outcome: z.enum(['call', 'wait', 'skip']),
  /** What held it, in words; empty when it was called. */
  why: z.string(),
  localTime: z.string(),
  /** Legal rules that were asked. */
  rules: z.array(ruleRef),
})
export type Decision = z.infer<typeof decision>

export const holds = {
  /** The engine's own rules for one contact of a campaign. */
  whyNotNow: procedure.input(z.object({ lead: leadId })).output(whyNotNow),
  /** Newest first, from `before` on; of one campaign, one contact, or one contact in one campaign. */
  decisions: procedure
    .input(
      page.omit({ offset: true }).extend({
        campaign: campaignId.optional(),
        contact: contactId.optional(),
        outcomes: z.array(z.enum(['call', 'wait', 'skip'])).default([]),
        /** Id of the last line at hand. */
        before: z.int().optional(),
      }),
    )
    .output(z.object({ rows: z.array(decision), more: z.boolean() })),
}
