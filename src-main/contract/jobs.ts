import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { knownPolicies } from '../domain/import-plan.ts'
import type { ExportFormat, ExportOrder, JobResult } from '../domain/job.ts'
import { exportFormats, jobStates } from '../domain/job.ts'
import { callFilter } from './call-filter.ts'
import { contactQuery, contactSort } from './contact-query.ts'
import { campaignId, errors, instant, jobId, listId, page } from './values.ts'

export type { ExportFormat, ExportOrder }

const procedure = oc.errors(errors)

const importCounts = z.object({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  rows: z.int(),
  doNotCall: z.int(),
  placed: z.int(),
  notUnderstood: z.int(),
})

export const jobResult = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('import'),
    counts: importCounts,
    reasons: z.array(z.object({ reason: z.string(), rows: z.int() })),
    headings: z.array(z.string()),
  }),
  z.object({ is: z.literal('export'), rows: z.int(), bytes: z.int(), fileName: z.string() }),
  z.object({
    is: z.literal('act'),
    changed: z.int(),
    unchanged: z.int(),
    reasons: z.array(z.object({ reason: z.string(), contacts: z.int() })),
  }),
  z.object({ is: z.literal('do_not_call'), added: z.int(), known: z.int(), rejected: z.int() }),
  z.object({ is: z.literal('undo'), restored: z.int(), kept: z.int(), why: z.string() }),
]) satisfies z.ZodType<JobResult>

export const importTarget = z.discriminatedUnion('into', [
  z.object({ into: z.literal('all') }),
  z.object({ into: z.literal('list'), list: listId }),
  z.object({ into: z.literal('campaign'), campaign: campaignId }),
])

export const exportOrder = z.object({
  what: z.discriminatedUnion('of', [
    z.object({ of: z.literal('contacts'), query: contactQuery, sort: contactSort }),
    z.object({ of: z.literal('calls'), campaign: campaignId.nullable(), filter: callFilter.optional() }),
    z.object({ of: z.literal('do_not_call') }),
  ]),
  format: z.enum(exportFormats),
  columns: z.array(z.string().max(120)).max(600).readonly().nullable(),
  title: z.string().max(300),
}) satisfies z.ZodType<ExportOrder>

/** What was asked for, as far as it is shown again or can be ordered again. */
const askedFor = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('import'),
    fileName: z.string(),
    target: importTarget,
    known: z.enum(knownPolicies),
  }),
  z.object({ is: z.literal('export'), order: exportOrder }),
  z.object({
    is: z.literal('act'),
    /** Who is in a list or campaign is not the same any more. */
    changesLists: z.boolean(),
  }),
  z.object({ is: z.literal('do_not_call'), fileName: z.string() }),
  z.object({ is: z.literal('undo'), of: jobId }),
])

const kinds = z.enum(['import', 'export', 'act', 'do_not_call', 'undo'])

/** Long work on contacts: files in and out, an action on many, numbers for the do-not-call list, or taking one back. */
export const job = z.object({
  id: jobId,
  kind: kinds,
  state: z.enum(jobStates),
  actor: z.string(),
  title: z.string(),
  asked: askedFor,
  progress: z
    .object({
      phase: z.string(),
      done: z.int(),
      /** `null`: not known yet. */
      total: z.int().nullable(),
      /** `total` was reckoned from what was done so far. */
      isEstimate: z.boolean().optional(),
      /** Rows or contacts per second over the last seconds. */
      perSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
      mayBeCancelled: z.boolean(),
    })
    .nullable(),
  result: jobResult.nullable(),
  /** Why it failed or was cancelled, with what to do; empty otherwise. */
  message: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Where it was taken back, by which job. */
  undoneBy: jobId.nullable(),
  undo: z.object({
    possible: z.boolean(),
    /** Why not, in words. */
    why: z.string(),
  }),
  /** Addresses of this host to load files from: what was exported, rows that were rejected. */
  files: z.object({ export: z.string().nullable(), rejected: z.string().nullable() }),
})
export type Job = z.infer<typeof job>

export const jobs = {
  /** Newest first: the history of imports and exports too. */
  list: procedure
    .input(page.extend({ kinds: z.array(kinds).default([]) }))
    .output(z.object({ total: z.int(), rows: z.array(job) })),
  get: procedure.input(z.object({ id: jobId })).output(job),
  /** Jobs at work and those that ended in the last minute: at once, then within half a second of each change. */
  live: procedure.output(eventIterator(z.array(job))),
  /** Leaves no trace. Refused once it may not be cancelled any more. */
  cancel: procedure.input(z.object({ id: jobId })).output(job),
  /** As a whole. An import only while nobody that it added was called. */
  undo: procedure.input(z.object({ id: jobId })).output(job),
  export: procedure.input(exportOrder).output(job),
  /** One that failed or was cancelled, as a new job. Refused where its file is gone. */
  again: procedure.input(z.object({ id: jobId })).output(job),
}
