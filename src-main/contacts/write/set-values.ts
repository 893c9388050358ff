import type { ContactChange } from '../../domain/contact-change.ts'
import { nameKey } from '../../domain/name-key.ts'
import { toJson } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { ContactRow } from './contact-row.ts'

/** `null` where it was like that before. */
export function setName(
  sql: Statements,
  { id, name: before }: ContactRow,
  name: string,
): ContactChange | null {
  if (name === before) return null
  sql.run('UPDATE contacts SET name = ?, name_key = ? WHERE id = ?', name, nameKey(name), id)
  return { is: 'edited', before: { name: before }, after: { name } }
}

export function setLanguage(
  sql: Statements,
  { id, language: before }: ContactRow,
  language: string | null,
): ContactChange | null {
  if (language === before) return null
  sql.run('UPDATE contacts SET language = ? WHERE id = ?', language, id)
  return { is: 'edited', before: { language: before }, after: { language } }
}

/** Each with its value; empty or `null` takes the field away, others stay. */
export function setFields(
  sql: Statements,
  { id, fields }: ContactRow,
  values: Readonly<Record<string, string | null>>,
): ContactChange | null {
  const had = (key: string) => (Object.hasOwn(fields, key) ? (fields[key] ?? null) : null)
  const changed = Object.entries(values)
    .map(([key, value]) => [key, value === '' ? null : value] as const)
    .filter(([key, value]) => value !== had(key))
  if (changed.length === 0) return null
  // Built from entries: a field may be called `__proto__`.
  const after = Object.fromEntries(changed)
  const next = Object.entries({ ...fields, ...after }).filter(([, value]) => value !== null)
  sql.run('UPDATE contacts SET fields = ? WHERE id = ?', toJson(Object.fromEntries(next)), id)
  const before = Object.fromEntries(changed.map(([key]) => [key, had(key)]))
  return { is: 'edited', before: { fields: before }, after: { fields: after } }
}
