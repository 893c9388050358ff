import type { ContactChange } from '../../domain/contact-change.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type ContactRow, furtherPhones } from './contact-row.ts'
import { tagsOf } from './set-tags.ts'

/** Parts that others changed after a revision, as a form calls them, each with its value now. */
export function changedSince(
  sql: Statements,
  contact: ContactRow,
  revision: number,
): ReadonlyMap<string, unknown> {
  const changes = sql
    .rows<{ change: Json<ContactChange> }>(
      'SELECT change FROM contact_changes WHERE contact_id = ? AND revision > ? ORDER BY id',
      contact.id,
      revision,
    )
    .flatMap(({ change }) => partsOf(fromJson(change)))
  return new Map(changes.map(part => [part, valueNow(sql, contact, part)]))
}

function partsOf(change: ContactChange): readonly string[] {
  switch (change.is) {
    case 'edited': {
      const { fields, places: _, ...parts } = change.after
      return [...Object.keys(parts), ...Object.keys(fields ?? {}).map(key => `fields.${key}`)]
    }
    case 'tagged':
    case 'untagged':
      return ['tags']
    case 'merged':
      return ['furtherPhones', 'tags']
    default:
      return []
  }
}

function valueNow(sql: Statements, contact: ContactRow, part: string): unknown {
  if (part.startsWith('fields.')) return contact.fields[part.slice('fields.'.length)] ?? null
  if (part === 'tags') return tagsOf(sql, contact.id).map(({ name }) => name)
  if (part === 'furtherPhones') return furtherPhones(sql, contact.id).map(({ phone }) => phone)
  return contact[part as keyof ContactRow] ?? null
}
