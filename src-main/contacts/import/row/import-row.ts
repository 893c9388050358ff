import type { ConsentKind } from '../../../domain/consent-record.ts'
import type { E164, Instant } from '../../../domain/ids.ts'
import type { Priority } from '../../../domain/lead.ts'
import type { PhoneType } from '../../../domain/phone-type.ts'
import type { Place } from '../../../domain/place.ts'

/** What a row of a file says about a contact, checked and understood. */
export interface ImportRow {
  readonly line: number
  /** `null`: kept without one; cannot be called. */
  readonly phone: E164 | null
  /** As it stands in the file. */
  readonly written: string
  readonly country: string | null
  readonly type: PhoneType | null
  readonly place: Place
  readonly region: string | null
  readonly name: string
  readonly zone: string | null
  readonly language: string | null
  /** `null`: the file says none. */
  readonly priority: Priority | null
  readonly fields: Readonly<Record<string, string>>
  readonly further: readonly E164[]
  readonly tags: readonly string[]
  readonly consents: readonly RowConsent[]
}

export interface RowConsent {
  readonly kind: ConsentKind
  /** `null`: the file does not say when. */
  readonly at: Instant | null
  /** The cell, as evidence. */
  readonly text: string
}

/** A cell that was left out, and why. */
export interface Doubt {
  readonly column: number
  readonly text: string
}

export interface Rejection {
  /** To count by. */
  readonly kind: string
  /** For this row. */
  readonly reason: string
  /** `null`: the row as a whole. */
  readonly column: number | null
}

export type ReadRow =
  | { readonly row: ImportRow; readonly doubts: readonly Doubt[] }
  | { readonly rejected: Rejection }
