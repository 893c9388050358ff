import type { Generated } from 'kysely'
import type { Purpose } from '../../domain/compliance/law.ts'
import type { ContactId, E164, Instant, PlaceId } from '../../domain/ids.ts'
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
  /** Set by hand; else the place's zones count. */
  zone: string | null
  place_id: PlaceId
  name: Generated<string>
  fields: Json<Readonly<Record<string, string>>>
  /** Was sent a text; opened a link that was sent. */
  texted: Generated<Flag>
  opened_link: Generated<Flag>
  readonly created_at: Instant
  changed_at: Instant
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
  readonly kind: 'express' | 'express_written' | 'existing_relation'
  /** Null: for any purpose. */
  readonly purpose: Purpose | null
  readonly channel: Generated<string>
  readonly source: Generated<string>
  readonly evidence: Generated<string>
  readonly given_at: Instant
  readonly expires_at: Instant | null
  withdrawn_at: Instant | null
}
