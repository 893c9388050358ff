import type { CampaignId, ListId } from './ids.ts'
import type { Priority } from './lead.ts'

/** Where the rows of a file go besides the base of all contacts. */
export type ImportTarget =
  | { readonly into: 'all' }
  | { readonly into: 'list'; readonly list: ListId }
  | { readonly into: 'campaign'; readonly campaign: CampaignId }

/** What a column of a file becomes. */
export type ColumnUse =
  | { readonly as: 'phone_number' }
  | { readonly as: 'further_phone' }
  | { readonly as: 'contact_name' }
  /** `key` as agents use it: `{{appointment_date}}`. */
  | { readonly as: 'field'; readonly key: string }
  /** Several in one cell stand between commas, semicolons or bars. */
  | { readonly as: 'tags' }
  | { readonly as: 'zone' }
  | { readonly as: 'region' }
  | { readonly as: 'language' }
  /** Of the contact in the campaign; only for a file that goes into one. */
  | { readonly as: 'priority' }
  | { readonly as: 'consent'; readonly kind: 'express' | 'express_written' | 'existing_relation' }
  | { readonly as: 'leave_out' }

/** What happens with a number that is known: take the file's values, only fill what is empty, or leave it as it is. */
export const knownPolicies = ['update', 'fill', 'skip'] as const
export type KnownPolicy = (typeof knownPolicies)[number]

/** How a file is read and what becomes of its rows. */
export interface ImportPlan {
  readonly target: ImportTarget
  /** One use per column of the file, in its order. */
  readonly columns: readonly ColumnUse[]
  /** ISO 3166-1 alpha-2; reads numbers without a country code. */
  readonly defaultCountry: string
  readonly known: KnownPolicy
  /** Rows without a number: rejected, or kept as contacts that cannot be called. */
  readonly withoutNumber: 'reject' | 'keep'
  /** Given to every row besides its own. */
  readonly tags: readonly string[]
  /** Of every row whose file says none. */
  readonly priority: Priority
  /** How the bytes are read; `null`: as detected. */
  readonly reading: FileReading | null
}

export interface FileReading {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly separator: ',' | ';' | '\t' | '|'
  /** The first row names the columns. */
  readonly heading: boolean
  /** Sheet of a workbook, from 0. */
  readonly sheet: number
}

/** Every row of the file stands in exactly one of the first six. */
export interface ImportCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** The same number further up in the file. */
  readonly duplicates: number
  readonly rejected: number
  readonly rows: number
  /** Of the stored ones: on the do-not-call list, kept and never called. */
  readonly doNotCall: number
  /** Of the stored ones: now in the list or campaign that were not before. */
  readonly placed: number
  /** Cells that could not be understood and were left out: consent, zone, language, priority. */
  readonly notUnderstood: number
}
