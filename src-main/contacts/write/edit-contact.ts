import type { ContactChange } from '../../domain/contact-change.ts'
import type { E164 } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import {
  type ContactRow,
  contactRow,
  furtherPhones,
  type Holder,
  holderOf,
  isBeingCalled,
} from './contact-row.ts'
import { type By, noteEdit } from './journal.ts'
import { setNumbers } from './set-numbers.ts'
import { setTags } from './set-tags.ts'
import { setFields, setLanguage, setName } from './set-values.ts'
import { setZone } from './set-zone.ts'

/** Absent parts stay as they are. */
export interface Edit {
  readonly name?: string
  readonly phone?: E164 | null
  readonly written: string
  readonly further?: readonly E164[]
  readonly zone?: string | null
  readonly language?: string | null
  readonly tags?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
}

export type Edited =
  | { readonly revision: number }
  /** Its number and its zone stay while a call to it is live. */
  | { readonly refused: 'being_called'; readonly part: 'phone' | 'zone' }
  | { readonly refused: 'number_known'; readonly number: E164; readonly holder: Holder }

export function editContact(sql: Statements, contact: ContactRow, edit: Edit, by: By): Edited {
  const before = furtherPhones(sql, contact.id).map(({ phone }) => phone)
  // Whoever has numbers has a first one.
  const wanted = edit.phone === undefined ? contact.phone : edit.phone
  const [phone = null, ...further] = new Set([
    ...(wanted === null ? [] : [wanted]),
    ...(edit.further ?? before),
  ])
  const changesNumbers = phone !== contact.phone || further.join() !== before.join()
  const changesZone = edit.zone !== undefined && edit.zone !== contact.zone
  if ((changesNumbers || changesZone) && isBeingCalled(sql, contact))
    return { refused: 'being_called', part: changesNumbers ? 'phone' : 'zone' }
  for (const number of phone === null ? further : [phone, ...further]) {
    const holder = holderOf(sql, number)
    if (holder !== null && holder.id !== contact.id) return { refused: 'number_known', number, holder }
  }
  const changes: (ContactChange | null)[] = [
    edit.name === undefined ? null : setName(sql, contact, edit.name),
    edit.language === undefined ? null : setLanguage(sql, contact, edit.language),
    edit.fields === undefined ? null : setFields(sql, contact, edit.fields),
    edit.zone === undefined ? null : setZone(sql, contact, edit.zone),
    ...(edit.tags === undefined ? [] : setTags(sql, contact.id, edit.tags)),
  ]
  const inZone = contactRow(sql, contact.id) ?? contact
  changes.push(setNumbers(sql, inZone, { phone, written: edit.written, further }, by.at))
  return {
    revision: noteEdit(
      sql,
      contact.id,
      by,
      changes.filter(change => change !== null),
    ),
  }
}
