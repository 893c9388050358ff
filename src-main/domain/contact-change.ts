import type { ConsentKind } from './consent-record.ts'
import type { CampaignId, E164, Instant, LeadId, ListId, PlaceId, TagId } from './ids.ts'
import type { LeadAction, LeadStanding } from './lead-action.ts'

/** One edit of a contact, with what it needs to be shown and taken back. */
export type ContactChange =
  | { readonly is: 'added' }
  /** Only what changed; `before` and `after` have the same keys. */
  | { readonly is: 'edited'; readonly before: ContactValues; readonly after: ContactValues }
  | { readonly is: 'tagged' | 'untagged'; readonly tag: TagId; readonly name: string }
  | { readonly is: 'listed' | 'unlisted'; readonly list: ListId; readonly name: string }
  /** Into a campaign, or out of it before it was ever called there. */
  | (InCampaign & {
      readonly is: 'placed' | 'taken_out'
      readonly lead: LeadId
      readonly standing: LeadStanding
    })
  | (InCampaign & {
      readonly is: 'lead_changed'
      readonly by: Exclude<LeadAction['do'], 'remove'>
      readonly before: LeadStanding
      readonly after: LeadStanding
    })
  /** `consent`: its row, as far as an undo may take it away again. */
  | { readonly is: 'consent_added'; readonly kind: ConsentKind; readonly consent?: number }
  | { readonly is: 'consent_withdrawn'; readonly kind: ConsentKind }
  /** `entries`: on the list now, as far as an undo may take them off again. */
  | { readonly is: 'do_not_call'; readonly reason: string; readonly entries?: readonly ListedNumber[] }
  | { readonly is: 'callable_again'; readonly reason: string }
  /** Another contact went up in this one. */
  | { readonly is: 'merged'; readonly name: string; readonly phone: E164 | null }
  /** `kept`: its rows, as long as it can be brought back. */
  | {
      readonly is: 'deleted'
      readonly name: string
      readonly phone: E164 | null
      readonly kept?: DeletedContact
    }

interface InCampaign {
  readonly campaign: CampaignId
  readonly name: string
}

export interface ContactValues {
  readonly name?: string
  readonly phone?: E164 | null
  readonly furtherPhones?: readonly E164[]
  readonly zone?: string | null
  readonly language?: string | null
  /** `null`: it had none. */
  readonly fields?: Readonly<Record<string, string | null>>
  /** Of its numbers in their order: follows from them and the zone, not set by anybody. */
  readonly places?: readonly PlaceId[]
}

/** A number that went onto the do-not-call list, with the entry that stood there before. */
export interface ListedNumber {
  readonly number: E164
  readonly before: StoredRow | null
}

/** Values of a row by its columns. */
export type StoredRow = Readonly<Record<string, string | number | null>>

export interface DeletedContact {
  readonly at: Instant
  readonly contact: StoredRow
  readonly furtherPhones: readonly StoredRow[]
  readonly consents: readonly StoredRow[]
  readonly tags: readonly TagId[]
  readonly lists: readonly ListId[]
  readonly leads: readonly StoredRow[]
}
