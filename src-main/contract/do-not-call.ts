import { oc } from '@orpc/contract'
import { z } from 'zod'
import { job } from './jobs.ts'
import { contactId, errors, instant, page } from './values.ts'

const procedure = oc.errors(errors)

/** A number that is not called: for good (`all`), or in one matter only (`campaign`). */
export const suppression = z.object({
  id: z.int(),
  number: z.string(),
  country: z.string().nullable(),
  scope: z.enum(['all', 'campaign']),
  campaign: z.string().nullable(),
  reason: z.string(),
  source: z.enum(['agent', 'supervisor', 'import', 'network']),
  at: instant,
  expiresAt: instant.nullable(),
  expired: z.boolean(),
  contact: z.object({ id: contactId, name: z.string() }).nullable(),
})
export type Suppression = z.infer<typeof suppression>

/** Everything that begins so, or a whole country. */
export const block = z.object({
  of: z.enum(['prefix', 'country']),
  /** `+49900`, or ISO 3166-1 alpha-2. */
  value: z.string(),
  reason: z.string(),
  at: instant,
})
export type Block = z.infer<typeof block>

export const doNotCall = {
  list: procedure
    .input(
      page.extend({
        /** Digits in any notation, or part of the reason. */
        search: z.string().max(100).default(''),
        scope: z.enum(['all', 'campaign']).nullable().default(null),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(suppression) })),
  /** Numbers as they are written, one or many; what cannot be read is named, the others are added. */
  add: procedure
    .input(
      z.object({
        numbers: z.array(z.string().max(60)).min(1).max(10_000),
        country: z.string().length(2),
        reason: z.string().trim().min(1).max(500),
        expiresAt: instant.nullable().default(null),
      }),
    )
    .output(
      z.object({
        added: z.int(),
        known: z.int(),
        rejected: z.array(z.object({ text: z.string(), reason: z.string() })),
      }),
    ),
  /** From a file, in the background: a column of numbers, optionally one of reasons. Rows that cannot be read are a file. */
  import: procedure
    .input(
      z.object({
        upload: z.string().max(100),
        column: z.int().min(0),
        reasonColumn: z.int().min(0).nullable().default(null),
        country: z.string().length(2),
        reason: z.string().trim().min(1).max(500),
        expiresAt: instant.nullable().default(null),
      }),
    )
    .output(job),
  /** Takes entries off the list; asks why, for the audit log. */
  remove: procedure
    .input(z.object({ ids: z.array(z.int()).min(1).max(1000), reason: z.string().trim().min(1).max(500) }))
    .output(z.object({ removed: z.int() })),
  blocks: procedure.output(z.array(block)),
  addBlock: procedure
    .input(
      z.object({
        of: z.enum(['prefix', 'country']),
        value: z.string().max(20),
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .output(z.object({})),
  removeBlock: procedure
    .input(z.object({ of: z.enum(['prefix', 'country']), value: z.string().max(20) }))
    .output(z.object({})),
  export: procedure.input(z.object({ format: z.enum(['csv', 'csv-semicolon', 'xlsx', 'json']) })).output(job),
}
