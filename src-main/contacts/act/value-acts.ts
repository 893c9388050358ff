import type { ContactChange } from '../../domain/contact-change.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type ContactRow, isBeingCalled, numbersOf } from '../write/contact-row.ts'
import { deleteContact, mayNotBeDeleted } from '../write/delete-contact.ts'
import { type By, note, noteEdit } from '../write/journal.ts'
import { setFields, setLanguage } from '../write/set-values.ts'
import { setZone } from '../write/set-zone.ts'
import { suppressNumber } from '../write/suppress.ts'
import type { Act, PrepareAct } from './act.ts'

export const actLanguage: PrepareAct<'set_language'> = (sql, { language }) =>
  edit(sql, contact => setLanguage(sql, contact, language))

export const actField: PrepareAct<'set_field'> = (sql, { key, value }) =>
  edit(sql, contact => setFields(sql, contact, { [key]: value }))

export const actZone: PrepareAct<'set_zone'> = (sql, { zone }) => {
  const act = edit(sql, contact => setZone(sql, contact, zone))
  // What follows from a call is planned for the place where it was made.
  return (contact, by) => (isBeingCalled(sql, contact) ? 'is being called' : act(contact, by))
}

const edit =
  (sql: Statements, change: (contact: ContactRow) => ContactChange | null): Act =>
  (contact: ContactRow, by: By) => {
    const changed = change(contact)
    if (changed === null) return 'had this value already'
    noteEdit(sql, contact.id, by, [changed])
    return null
  }

/** All of its numbers. */
export const actDoNotCall: PrepareAct<'do_not_call'> =
  (sql, { reason, expiresAt }) =>
  (contact, by) => {
    const numbers = numbersOf(sql, contact)
    if (numbers.length === 0) return 'has no number'
    const entry = { reason, expiresAt, source: 'supervisor', at: by.at } as const
    const entries = numbers.flatMap(number => suppressNumber(sql, number, entry) ?? [])
    if (entries.length === 0) return 'is on the do-not-call list already'
    note(sql, contact.id, by, { is: 'do_not_call', reason, entries })
    return null
  }

export const actDelete: PrepareAct<'delete'> = sql => (contact, by) => {
  const reason = mayNotBeDeleted(sql, contact.id)
  if (reason !== null) return reason
  const kept = deleteContact(sql, contact, by.at)
  note(sql, contact.id, by, { is: 'deleted', name: contact.name, phone: contact.phone, kept })
  return null
}
