import type { Generated } from 'kysely'
import type { CallResult } from '../../domain/call-result.ts'
import type { Purpose } from '../../domain/compliance/law.ts'
import type { ConsentKind } from '../../domain/consent-record.ts'
import type { ContactChange } from '../../domain/contact-change.ts'
import type { ContactFilter } from '../../domain/contact-filter.ts'
import type { ContactId, E164, Instant, JobId, ListId, PlaceId, SegmentId, TagId } from '../../domain/ids.ts'
import type { PhoneType } from '../../domain/phone-type.ts'
import type { Line } from '../../domain/place.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

/** Each distinct place once; see `domain/place.ts`. */
export interface PlacesTable {
  readonly id: RowId<PlaceId>
  readonly key: string
  readonly country: string | null
  readonly region: string | null
  readonly line: Line
  readonly zones: Json<readonly string[]>
}

export interface ContactsTable {
  readonly id: RowId<ContactId>
  /** Null: cannot be called. */
  phone: E164 | null
  phone_as_imported: Generated<string>
  /** ISO 3166-1 alpha-2, from the number. */
  country: string | null
  phone_type: PhoneType | null
  /** Set by hand; else the place's zones count. */
  zone: string | null
  place_id: PlaceId
  name: Generated<string>
  /** `nameKey(name)`: what is sorted and searched. */
  name_key: Generated<string>
  /** BCP 47. */
  language: string | null
  fields: Json<Readonly<Record<string, string>>>
  /** Was sent a text; opened a link that was sent. */
  texted: Generated<Flag>
  opened_link: Generated<Flag>
  /** The import that added it. */
  readonly import_id: JobId | null
  /** Grows with each edit, by hand or by an action: the second of two windows that save is refused. */
  revision: Generated<number>
  readonly created_at: Instant
  changed_at: Instant
  /** From here on kept by a trigger on `calls`, over all campaigns; an INVITE left for each of `calls`. */
  calls: Generated<number>
  conversations: Generated<number>
  talk_ms: Generated<number>
  last_called_at: Instant | null
  last_result: CallResult | null
  goal_achieved: Generated<Flag>
  /** Longest time on the line before a transfer to a person. */
  transferred_ms: number | null
}

/** Numbers of a contact after its first, from position 1. */
export interface FurtherPhonesTable {
  readonly contact_id: ContactId
  position: number
  readonly phone: E164
  place_id: PlaceId
}

export interface ConsentsTable {
  readonly id: RowId<number>
  readonly contact_id: ContactId
  readonly kind: ConsentKind
  /** Null: for any purpose. */
  readonly purpose: Purpose | null
  readonly channel: Generated<string>
  readonly source: Generated<string>
  readonly evidence: Generated<string>
  readonly given_at: Instant
  readonly expires_at: Instant | null
  withdrawn_at: Instant | null
}

/** Contacts put together by hand or import. */
export interface ListsTable {
  readonly id: RowId<ListId>
  name: string
  notes: Generated<string>
  /** Kept by triggers on `list_contacts`. */
  contacts: Generated<number>
  readonly created_at: Instant
  changed_at: Instant
}

export interface ListContactsTable {
  readonly list_id: ListId
  readonly contact_id: ContactId
}

export interface TagsTable {
  readonly id: RowId<TagId>
  name: string
}

export interface ContactTagsTable {
  readonly tag_id: TagId
  readonly contact_id: ContactId
}

/** Saved filters, evaluated when they are used. */
export interface SegmentsTable {
  readonly id: RowId<SegmentId>
  name: string
  filter: Json<ContactFilter>
  revision: Generated<number>
  readonly created_at: Instant
  changed_at: Instant
}

/** What was changed about a contact, by whom: its history, and what an undo goes back to. Stays when it is deleted. */
export interface ContactChangesTable {
  readonly id: RowId<number>
  readonly contact_id: ContactId
  readonly at: Instant
  readonly actor: string
  /** The import or action that did it. */
  readonly job_id: JobId | null
  /** Of the contact from then on; null: another kind of change, which needs no look by who is editing. */
  readonly revision: number | null
  readonly change: Json<ContactChange>
}
