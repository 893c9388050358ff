import type { CallFilter } from './call-filter.ts'
import type { ContactQuery, ContactSelection, ContactSort } from './contact-filter.ts'
import type { CampaignId, Instant, JobId, ListId, TagId } from './ids.ts'
import type { ImportCounts, ImportPlan } from './import-plan.ts'
import type { Priority } from './lead.ts'

/** Long work on contacts, done in a thread of its own while calls go on. Kept, so that a crash loses none. */
export type JobInput =
  | { readonly is: 'import'; readonly upload: string; readonly fileName: string; readonly plan: ImportPlan }
  | { readonly is: 'export'; readonly order: ExportOrder }
  | { readonly is: 'act'; readonly selection: ContactSelection; readonly action: JobAction }
  /** Numbers of a file onto the do-not-call list, for good. */
  | ({ readonly is: 'do_not_call'; readonly upload: string; readonly fileName: string } & NumberColumns)
  /** Takes back what another job did. */
  | { readonly is: 'undo'; readonly of: JobId }

export type JobKind = JobInput['is']

/**
 * `waiting` → `running` → `done`, `cancelled` (no trace left) or `failed` (no trace left; `message` says why).
 * After a crash a job either goes on or is `cancelled`, and says which.
 */
export const jobStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type JobState = (typeof jobStates)[number]

export interface JobProgress {
  /** What it does now, in words: `Reading rows`, `Storing contacts`. */
  readonly phase: string
  readonly done: number
  /** `null`: not known yet. */
  readonly total: number | null
  /** `total` was reckoned from what was done so far. */
  readonly isEstimate?: boolean
  /** From here on it is finished even after a crash. */
  readonly mayBeCancelled: boolean
}

export type JobResult =
  | {
      readonly is: 'import'
      readonly counts: ImportCounts
      /** Rejected rows by reason, most frequent first. */
      readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
      /** Columns as they were understood, for the next file with these headings. */
      readonly headings: readonly string[]
    }
  | { readonly is: 'export'; readonly rows: number; readonly bytes: number; readonly fileName: string }
  | {
      readonly is: 'act'
      readonly changed: number
      readonly unchanged: number
      /** Why the others were left as they are, most frequent first. */
      readonly reasons: readonly { readonly reason: string; readonly contacts: number }[]
    }
  | {
      readonly is: 'do_not_call'
      readonly added: number
      /** Were on the list already, or stood further up in the file. */
      readonly known: number
      readonly rejected: number
    }
  | { readonly is: 'undo'; readonly restored: number; readonly kept: number; readonly why: string }

/** What can be done with many contacts at once. Those with “campaign” act on them within it only. */
export type ContactAction =
  | { readonly do: 'add_tags' | 'remove_tags'; readonly tags: readonly TagId[] }
  | { readonly do: 'add_to_list' | 'remove_from_list'; readonly list: ListId }
  | { readonly do: 'add_to_campaign'; readonly campaign: CampaignId; readonly priority: Priority }
  | { readonly do: 'set_language'; readonly language: string | null }
  | { readonly do: 'set_zone'; readonly zone: string | null }
  | { readonly do: 'set_field'; readonly key: string; readonly value: string }
  | { readonly do: 'do_not_call'; readonly reason: string; readonly expiresAt: Instant | null }
  /** Only those that were never called and stand in no campaign at work; the others stay, with the reason. */
  | { readonly do: 'delete' }
  | { readonly do: 'retry_now' | 'skip' | 'remove' | 'call_first'; readonly campaign: CampaignId }
  | { readonly do: 'set_priority'; readonly campaign: CampaignId; readonly priority: Priority }

/** What a job does to its contacts. */
export type JobAction = ContactAction | GroupRemoval

/** A list or a tag goes, with whom it held; they stay. Its name and notes as they were, to bring it back. */
export type GroupRemoval =
  | { readonly do: 'remove_list'; readonly list: ListId; readonly name: string; readonly notes: string }
  | { readonly do: 'remove_tag'; readonly tag: TagId; readonly name: string }

/** Where a file has the numbers for the do-not-call list; columns from 0. */
export interface NumberColumns {
  readonly column: number
  /** `null`: all get `reason`, as does a row whose own is empty. */
  readonly reasonColumn: number | null
  readonly reason: string
  /** Of every entry of the file; `null`: for good. */
  readonly expiresAt: Instant | null
  /** Of numbers without a country code; ISO 3166-1 alpha-2. */
  readonly country: string
}

export const exportFormats = ['csv', 'csv-semicolon', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOrder {
  readonly what:
    | { readonly of: 'contacts'; readonly query: ContactQuery; readonly sort: ContactSort }
    /** Calls of one campaign, or of all; with a filter only those that fit. */
    | { readonly of: 'calls'; readonly campaign: CampaignId | null; readonly filter?: CallFilter | undefined }
    | { readonly of: 'do_not_call' }
  readonly format: ExportFormat
  /** Keys of columns in their order; `null`: all there are. */
  readonly columns: readonly string[] | null
  /** In the interface: `Contacts of Autumn leads`. */
  readonly title: string
}
