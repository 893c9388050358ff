import type { ContactChange } from '../../../domain/contact-change.ts'
import type { ContactId, Instant } from '../../../domain/ids.ts'
import { placeOf } from '../../../numbering/place-of.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import { addConsent } from '../../write/consents.ts'
import { type ContactRow, contactRow, furtherPhones, isBeingCalled } from '../../write/contact-row.ts'
import { noteEdit } from '../../write/journal.ts'
import { placeId } from '../../write/place-id.ts'
import { setNumbers } from '../../write/set-numbers.ts'
import { setPlaces } from '../../write/set-places.ts'
import { addTags } from '../../write/set-tags.ts'
import { setFields, setLanguage, setName } from '../../write/set-values.ts'
import { setZone } from '../../write/set-zone.ts'
import type { More, StagedRow } from '../stage/staging.ts'
import { isHeld } from './held-number.ts'
import { consentOf, type StoreContext, tagsNamed } from './store-context.ts'

export interface Updated {
  readonly changed: boolean
  /** Cells of the row that were left out. */
  readonly leftOut: number
}

/**
 * A contact that is known, by the policy of the plan. An empty cell never takes anything away; tags, further numbers and
 * consents are added, whichever of both policies holds.
 */
export function updateContact(
  sql: Statements,
  id: ContactId,
  row: StagedRow,
  more: More,
  context: StoreContext,
): Updated {
  if (context.known === 'skip') return { changed: false, leftOut: 0 }
  const contact = contactRow(sql, id)
  if (contact === null) throw new Error(`there is no contact ${id}`)
  const { by } = context
  const wins = (has: string | null) => context.known === 'update' || has === null || has === ''
  const changes: (ContactChange | null)[] = []
  if (row.name !== '' && wins(contact.name)) changes.push(setName(sql, contact, row.name))
  if (row.language !== null && wins(contact.language)) changes.push(setLanguage(sql, contact, row.language))
  changes.push(setFields(sql, contact, fieldsFor(contact, row, wins)))
  let leftOut = 0
  const free = more.further.filter(number => number !== contact.phone && !isHeld(sql, number))
  const moves = free.length > 0 || (row.zone !== null && row.zone !== contact.zone) || more.region !== null
  if (moves && isBeingCalled(sql, contact)) leftOut += 1
  else if (moves) {
    if (row.zone !== null && wins(contact.zone)) changes.push(setZone(sql, contact, row.zone))
    if (more.region !== null) changes.push(setRegion(sql, id, more.region))
    changes.push(addNumbers(sql, id, free, by.at))
  }
  changes.push(...addTags(sql, id, tagsNamed(sql, more.tags, context)))
  const edits = changes.filter(change => change !== null)
  noteEdit(sql, id, by, edits)
  const consents = more.consents.filter(consent => isNewConsent(sql, id, consent))
  for (const consent of consents) addConsent(sql, id, consentOf(consent, row, context), by)
  return { changed: edits.length + consents.length > 0, leftOut }
}

function fieldsFor(
  { fields }: ContactRow,
  row: StagedRow,
  wins: (has: string | null) => boolean,
): Readonly<Record<string, string>> {
  const told = Object.entries(JSON.parse(row.fields) as Record<string, string>)
  return Object.fromEntries(
    told.filter(([key]) => wins(Object.hasOwn(fields, key) ? (fields[key] ?? null) : null)),
  )
}

/** The region narrows the places of all numbers as it does for a new contact. */
function setRegion(sql: Statements, id: ContactId, region: string): ContactChange | null {
  const contact = contactRow(sql, id)
  if (contact === null || contact.phone === null) return null
  const numbers = [{ phone: contact.phone, place: contact.place }, ...furtherPhones(sql, id)]
  const before = numbers.map(({ place }) => place)
  const after = numbers.map(({ phone }) => placeId(sql, placeOf(phone, { zone: contact.zone, region })))
  if (after.join() === before.join()) return null
  setPlaces(sql, id, after)
  const { zone } = contact
  return { is: 'edited', before: { zone, places: before }, after: { zone, places: after } }
}

function addNumbers(
  sql: Statements,
  id: ContactId,
  numbers: readonly string[],
  now: Instant,
): ContactChange | null {
  const contact = numbers.length === 0 ? null : contactRow(sql, id)
  if (contact === null) return null
  const had = furtherPhones(sql, id).map(({ phone }) => phone)
  return setNumbers(
    sql,
    contact,
    { phone: contact.phone, written: '', further: [...had, ...numbers].slice(0, MOST_FURTHER) },
    now,
  )
}

const MOST_FURTHER = 9

/**
 * Not on file yet. One without a date counts as known where any of its kind is there; and never after a withdrawal, since
 * nothing proves that it is the younger one.
 */
function isNewConsent(sql: Statements, id: ContactId, { kind, at }: More['consents'][number]): boolean {
  return at === null
    ? sql.first(
        'SELECT 1 FROM consents WHERE contact_id = ? AND (kind = ? OR withdrawn_at IS NOT NULL)',
        id,
        kind,
      ) === undefined
    : sql.first('SELECT 1 FROM consents WHERE contact_id = ? AND kind = ? AND given_at = ?', id, kind, at) ===
        undefined
}
