import { oc } from '@orpc/contract'
import { z } from 'zod'
import { consentKinds } from '../domain/consent-record.ts'
import type { ColumnUse, FileReading, ImportPlan } from '../domain/import-plan.ts'
import { knownPolicies } from '../domain/import-plan.ts'
import { phoneTypes } from '../domain/phone-type.ts'
import { importTarget, job } from './jobs.ts'
import { agentId, errors, jobId, shownName } from './values.ts'

export type { ColumnUse, FileReading, ImportPlan }

const procedure = oc.errors(errors)

export const fileReading = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  separator: z.enum([',', ';', '\t', '|']),
  heading: z.boolean(),
  sheet: z.int().min(0),
})

export const columnUse = z.discriminatedUnion('as', [
  z.object({ as: z.literal('phone_number') }),
  z.object({ as: z.literal('further_phone') }),
  z.object({ as: z.literal('contact_name') }),
  z.object({ as: z.literal('field'), key: z.string().min(1).max(100) }),
  z.object({ as: z.literal('tags') }),
  z.object({ as: z.literal('zone') }),
  z.object({ as: z.literal('region') }),
  z.object({ as: z.literal('language') }),
  z.object({ as: z.literal('priority') }),
  z.object({ as: z.literal('consent'), kind: z.enum(['express', 'express_written', 'existing_relation']) }),
  z.object({ as: z.literal('leave_out') }),
])

export const importPlan = z.object({
  target: importTarget,
  columns: z.array(columnUse).max(500),
  defaultCountry: z.string().length(2),
  known: z.enum(knownPolicies).default('update'),
  withoutNumber: z.enum(['reject', 'keep']).default('reject'),
  tags: z.array(shownName(100)).max(50).default([]),
  priority: z.enum(['high', 'normal', 'low']).default('normal'),
  reading: fileReading.nullable().default(null),
}) satisfies z.ZodType<ImportPlan>

/** A file that was handed in, as it would be read. */
export const importPreview = z.object({
  upload: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  kind: z.enum(['csv', 'xlsx']),
  reading: fileReading,
  /** Of a workbook. */
  sheets: z.array(z.string()),
  /** `null`: only known once all was read. */
  rows: z.int().nullable(),
  columns: z.array(
    z.object({
      heading: z.string(),
      use: columnUse,
      /** Why this use is proposed. */
      because: z.enum(['guessed', 'remembered', 'nothing']),
      rememberedAt: z.number().nullable(),
    }),
  ),
  /** The first rows of the file, without its heading. */
  firstRows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** By the workspace's zone and what was imported before. */
  defaultCountry: z.string(),
})
export type ImportPreview = z.infer<typeof importPreview>

/** What the plan would do with the file; nothing is stored. */
export const importCheck = z.object({
  /** Rows that were looked at; fewer than the file has where it is long. */
  checked: z.int(),
  whole: z.boolean(),
  readable: z.int(),
  byType: z.array(z.object({ type: z.enum(phoneTypes), rows: z.int() })),
  rejected: z.array(z.object({ reason: z.string(), rows: z.int() })),
  known: z.int(),
  doNotCall: z.int(),
  duplicates: z.int(),
  withoutConsent: z.int().nullable(),
  /** Cells that are not understood, by column. */
  notUnderstood: z.array(z.object({ column: z.int(), rows: z.int(), example: z.string() })),
  /** Fields that the campaign's agent needs, and rows that have none. */
  agent: z
    .object({
      id: agentId,
      name: z.string(),
      version: z.int(),
      /** `otherwise`: what it says where a contact has none; `null`: nothing. */
      needs: z.array(z.object({ key: z.string(), missing: z.int(), otherwise: z.string().nullable() })),
    })
    .nullable(),
  /** Rows that would be rejected or hold a doubtful cell, the first of each kind. */
  marked: z.array(
    z.object({
      line: z.int(),
      cells: z.array(z.string()),
      marks: z.array(z.object({ column: z.int(), level: z.enum(['error', 'doubt']), text: z.string() })),
    }),
  ),
})
export type ImportCheck = z.infer<typeof importCheck>

export const rejectedRow = z.object({
  line: z.int(),
  number: z.string(),
  name: z.string(),
  reason: z.string(),
})

export const imports = {
  /** Looks into a file that the host took in (`POST /uploads?name=…` answers with its id). */
  preview: procedure
    .input(z.object({ upload: z.string().max(100), reading: fileReading.nullable().default(null) }))
    .output(importPreview),
  /** At most a few seconds of work: says how many rows it looked at. */
  check: procedure.input(z.object({ upload: z.string().max(100), plan: importPlan })).output(importCheck),
  /** Goes on in the background. The mapping is remembered for files with these headings. */
  start: procedure.input(z.object({ upload: z.string().max(100), plan: importPlan })).output(job),
  /** Rows pasted from a spreadsheet, as an upload: tabs or a separator between cells. */
  paste: procedure
    .input(z.object({ text: z.string().max(2_000_000) }))
    .output(z.object({ upload: z.string() })),
  rejected: procedure
    .input(
      z.object({ id: jobId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
    )
    .output(z.object({ total: z.int(), rows: z.array(rejectedRow) })),
  /** How many of an import can be called, and why the others cannot. */
  callable: procedure.input(z.object({ id: jobId })).output(
    z.object({
      contacts: z.int(),
      callable: z.int(),
      reasons: z.array(z.object({ reason: z.string(), contacts: z.int() })),
      /** Those who can be called by the strongest consent that counts now; `null`: none is on file. Most first. */
      consents: z.array(z.object({ consent: z.enum(consentKinds).nullable(), contacts: z.int() })),
    }),
  ),
}
