import { oc } from '@orpc/contract'
import { z } from 'zod'
import { consentKinds } from '../domain/consent-record.ts'
import type { ContactChange } from '../domain/contact-change.ts'
import { phoneTypes } from '../domain/phone-type.ts'
import { contactActions, jobPriority } from './contact-actions.ts'
import { contactQuery, contactSelection, contactSort } from './contact-query.ts'
import { job } from './jobs.ts'
import {
  callId,
  callResult,
  campaignId,
  campaignState,
  contactId,
  errors,
  instant,
  leadId,
  leadStatus,
  listId,
  page,
  skipReason,
  tagId,
} from './values.ts'

const procedure = oc.errors(errors)

const tag = z.object({ id: tagId, name: z.string() })
const phoneType = z.enum(phoneTypes)

/** One row of the contact table. */
export const contactRow = z.object({
  id: contactId,
  name: z.string(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  phoneType: phoneType.nullable(),
  tags: z.array(tag),
  language: z.string().nullable(),
  /** Every zone it may stand in. */
  zones: z.array(z.string()),
  /** The asked custom fields only; see `contacts.page`. */
  fields: z.record(z.string(), z.string()),
  calls: z.int(),
  conversations: z.int(),
  talkMs: z.number(),
  lastCalledAt: instant.nullable(),
  lastResult: callResult.nullable(),
  goalAchieved: z.boolean(),
  texted: z.boolean(),
  openedLink: z.boolean(),
  optedOut: z.boolean(),
  doNotCall: z.boolean(),
  /** The strongest that counts now, whatever it is for; `null`: none is on file. */
  consent: z.enum(consentKinds).nullable(),
  addedAt: instant,
  /** Where the scope is a campaign. */
  lead: z
    .object({
      id: leadId,
      status: leadStatus,
      skipReason: skipReason.nullable(),
      priority: z.enum(['high', 'normal', 'low']),
      callFirst: z.boolean(),
      attempts: z.int(),
      maxAttempts: z.int(),
      conversations: z.int(),
      talkMs: z.number(),
      goal: z.enum(['achieved', 'partially_achieved', 'not_achieved']).nullable(),
      /** 0–100, over all of its conversations; `null`: nothing is known of the goal. */
      goalScore: z.int().nullable(),
      lastResult: callResult.nullable(),
      lastCalledAt: instant.nullable(),
      nextAttemptAt: instant.nullable(),
      /** Why it waits, in two or three words; empty: next in line or not waiting. */
      waitsFor: z.string(),
      lastCall: callId.nullable(),
    })
    .nullable(),
})
export type ContactRow = z.infer<typeof contactRow>

const consent = z.object({
  id: z.int(),
  kind: z.enum(consentKinds),
  purpose: z.enum(['information', 'survey', 'marketing', 'debt_collection']).nullable(),
  channel: z.string(),
  source: z.string(),
  evidence: z.string(),
  givenAt: instant,
  expiresAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
})

const furtherPhone = z.object({
  phone: z.string(),
  country: z.string().nullable(),
  phoneType: phoneType.nullable(),
  doNotCall: z.boolean(),
})

export const contactDetail = contactRow.omit({ lead: true }).extend({
  /** As it stood in the file. */
  phoneAsImported: z.string(),
  furtherPhones: z.array(furtherPhone),
  /** Set by hand; `null`: the zones follow from the number. */
  zone: z.string().nullable(),
  region: z.string().nullable(),
  lists: z.array(z.object({ id: listId, name: z.string() })),
  consents: z.array(consent),
  suppressions: z.array(
    z.object({
      number: z.string(),
      scope: z.enum(['all', 'campaign']),
      campaign: z.string().nullable(),
      reason: z.string(),
      source: z.string(),
      at: instant,
      expiresAt: instant.nullable(),
    }),
  ),
  campaigns: z.array(
    z.object({
      lead: leadId,
      campaign: campaignId,
      name: z.string(),
      state: campaignState,
      status: leadStatus,
      skipReason: skipReason.nullable(),
      attempts: z.int(),
      lastResult: callResult.nullable(),
      nextAttemptAt: instant.nullable(),
    }),
  ),
  importedBy: z.object({ title: z.string(), at: instant }).nullable(),
  longestBeforeTransferMs: z.number().nullable(),
  revision: z.int(),
})
export type ContactDetail = z.infer<typeof contactDetail>

/** What was done with a contact and to it, newest first. */
export const historyEntry = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('call'),
    at: instant,
    call: callId,
    campaign: z.string(),
    number: z.string(),
    result: callResult.nullable(),
    talkMs: z.number().nullable(),
  }),
  z.object({
    is: z.literal('change'),
    at: instant,
    actor: z.string(),
    /** Title of the import or action. */
    by: z.string().nullable(),
    change: z.custom<ContactChange>(),
  }),
])
export type HistoryEntry = z.infer<typeof historyEntry>

const text = (longest: number) => z.string().max(longest)
/** What a person may set; absent stays as it is. Numbers as they are written, read with `country`. */
export const contactEdit = z.object({
  name: text(500).optional(),
  phone: text(60).optional(),
  furtherPhones: z.array(text(60)).max(9).optional(),
  /** For numbers without a country code. */
  country: z.string().length(2).optional(),
  zone: text(60).nullable().optional(),
  language: text(35).nullable().optional(),
  tags: z.array(text(100)).max(100).optional(),
  /** An empty value removes the field. */
  fields: z.record(text(100), text(10_000)).optional(),
})
export type ContactEdit = z.infer<typeof contactEdit>

export const newConsent = consent.omit({ id: true, withdrawnAt: true })

export const contacts = {
  /** Some rows of a table. Fast at any offset; the total comes by `count`. */
  page: procedure
    .input(
      page.extend({
        query: contactQuery,
        sort: contactSort,
        /** Custom fields that are shown. */
        fields: z.array(text(100)).max(30).default([]),
        /** Rows in the order of this earlier answer, so that nothing moves under the pointer; absent: as it is now. */
        view: z.string().max(60).optional(),
      }),
    )
    .output(z.object({ view: z.string(), rows: z.array(contactRow) })),
  /** How many the query finds. With `view`: of that moment, and whether it would differ now. */
  count: procedure
    .input(z.object({ query: contactQuery, view: z.string().max(60).optional() }))
    .output(z.object({ contacts: z.int(), changed: z.boolean() })),
  /** How many of them could be called by a campaign of these settings, and why the others could not. */
  callable: procedure
    .input(z.object({ selection: contactSelection, campaign: campaignId.nullable() }))
    .output(
      z.object({
        contacts: z.int(),
        /** Not in the campaign yet. */
        fresh: z.int(),
        callable: z.int(),
        reasons: z.array(z.object({ reason: z.string(), contacts: z.int() })),
      }),
    ),
  /** What filters and columns offer: custom fields, countries, languages, zones in use, with counts where cheap. */
  facets: procedure.output(
    z.object({
      fields: z.array(z.string()),
      countries: z.array(z.object({ country: z.string(), contacts: z.int() })),
      languages: z.array(z.string()),
      zones: z.array(z.string()),
    }),
  ),
  get: procedure.input(z.object({ id: contactId })).output(contactDetail),
  history: procedure
    .input(
      z.object({ id: contactId, before: instant.optional(), limit: z.int().min(1).max(200).default(50) }),
    )
    .output(z.object({ entries: z.array(historyEntry), more: z.boolean() })),
  /** One by one. A number that is known is refused with the contact that has it. */
  add: procedure
    .input(
      contactEdit.extend({
        list: listId.nullable().default(null),
        campaign: campaignId.nullable().default(null),
        priority: jobPriority.default('normal'),
      }),
    )
    .output(z.object({ id: contactId })),
  update: procedure
    .input(z.object({ id: contactId, revision: z.int(), edit: contactEdit }))
    .output(z.object({ revision: z.int() })),
  addConsent: procedure
    .input(z.object({ id: contactId, consent: newConsent }))
    .output(z.object({ id: z.int() })),
  withdrawConsent: procedure.input(z.object({ id: contactId, consent: z.int() })).output(z.object({})),
  /** `from` goes up in `into`: numbers, tags, lists, consents, calls, places in campaigns; nothing is lost. */
  merge: procedure.input(z.object({ into: contactId, from: contactId })).output(z.object({})),
  /** Others that may be the same person, by name or by a custom field with the same value. */
  duplicates: procedure
    .input(z.object({ id: contactId }))
    .output(z.array(contactRow.pick({ id: true, name: true, phone: true, country: true, calls: true }))),
  /** At once where they are few; else the job goes on in the background. Ended jobs can be undone where possible. */
  act: procedure.input(z.object({ selection: contactSelection, action: contactActions })).output(job),
}
