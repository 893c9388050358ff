import type { ContactId, E164 } from '../../domain/ids.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

export interface LikeContact {
  readonly id: ContactId
  readonly name: string
  readonly phone: E164 | null
  readonly country: string | null
  readonly calls: number
}

/** As many as a person looks through. */
const MOST = 20
/** A value that more contacts share is no person's own. */
const MOST_SHARING = 5
/** Shorter texts are answers rather than names of somebody. */
const SHORTEST_VALUE = 5

/** Others that may be the same person: of the same name, or with the same value in a custom field that few share. */
export function likelyDuplicates(
  file: ReadOnlyFile,
  { id }: { readonly id: ContactId },
): readonly LikeContact[] {
  const { first, rows } = file.statements
  const own = first<{ key: string; fields: Json<Readonly<Record<string, string>>> }>(
    'SELECT name_key AS key, fields FROM contacts WHERE id = ?',
    id,
  )
  if (own === undefined) return []
  const byName =
    own.key === ''
      ? []
      : rows<{ id: ContactId }>(
          'SELECT id FROM contacts WHERE name_key = ? AND id <> ? ORDER BY id LIMIT ?',
          own.key,
          id,
          MOST,
        )
  const ids = [...new Set([...byName.map(each => each.id), ...sharing(file, id, fromJson(own.fields))])]
  return rows<LikeContact>(
    `SELECT contacts.id, name, phone, country, calls
     FROM json_each(?) AS found CROSS JOIN contacts ON contacts.id = found.value`,
    JSON.stringify(ids.slice(0, MOST)),
  )
}

/** One look at all contacts, whatever the number of fields. */
function sharing(
  { statements }: ReadOnlyFile,
  id: ContactId,
  fields: Readonly<Record<string, string>>,
): readonly ContactId[] {
  const asked = Object.entries(fields).filter(([, value]) => value.trim().length >= SHORTEST_VALUE)
  if (asked.length === 0) return []
  const found = statements.rows<{ id: ContactId; key: string; value: string }>(
    `SELECT contacts.id, own.key, own.value FROM contacts CROSS JOIN json_each(contacts.fields) AS own
     WHERE contacts.id <> ? AND (${asked.map(() => 'instr(contacts.fields, ?)').join(' OR ')}) LIMIT 20000`,
    id,
    ...asked.map(([, value]) => JSON.stringify(value)),
  )
  const alike = found.filter(({ key, value }) => fields[key] === value)
  return [...Map.groupBy(alike, ({ key }) => key).values()]
    .filter(those => those.length <= MOST_SHARING)
    .flatMap(those => those.map(each => each.id))
}
