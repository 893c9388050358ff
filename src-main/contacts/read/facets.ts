import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

/** What filters and columns offer: values that are in use. */
export interface Facets {
  /** Names of custom fields. */
  readonly fields: readonly string[]
  readonly countries: readonly { readonly country: string; readonly contacts: number }[]
  readonly languages: readonly string[]
  readonly zones: readonly string[]
}

export function readFacets(file: ReadOnlyFile, _: null): Facets {
  const { rows } = file.statements
  return {
    fields: fieldsInUse(file),
    countries: rows(
      `SELECT country, count(*) AS contacts FROM contacts INDEXED BY contacts_by_place WHERE country IS NOT NULL
       GROUP BY country ORDER BY contacts DESC`,
    ),
    languages: rows<{ language: string }>(
      'SELECT DISTINCT language FROM contacts WHERE language IS NOT NULL ORDER BY language',
    ).map(({ language }) => language),
    zones: zonesInUse(file),
  }
}

const zonesInUse = ({ statements }: ReadOnlyFile): readonly string[] => {
  const places = statements.rows<{ zones: Json<readonly string[]> }>(
    `SELECT zones FROM places WHERE id IN (SELECT DISTINCT place_id FROM contacts INDEXED BY contacts_by_place)`,
  )
  return [...new Set(places.flatMap(({ zones }) => fromJson(zones)))].sort()
}

interface KnownFields {
  readonly names: Set<string>
  contact: number
  change: number
}

/** A million contacts are read once; afterwards only what came since. A field that nobody has any more stays a while. */
const known = new WeakMap<ReadOnlyFile, KnownFields>()

function fieldsInUse(file: ReadOnlyFile): readonly string[] {
  const fields = known.get(file) ?? { names: new Set(), contact: 0, change: 0 }
  known.set(file, fields)
  const { first, rows } = file.statements
  const ends = first<{ contact: number; change: number }>(
    `SELECT ifnull((SELECT max(id) FROM contacts), 0) AS contact,
       ifnull((SELECT max(id) FROM contact_changes), 0) AS change`,
  ) ?? { contact: 0, change: 0 }
  const fresh = rows<{ name: string }>(
    `SELECT DISTINCT key AS name FROM contacts, json_each(contacts.fields) WHERE contacts.id > ?
     UNION SELECT key FROM contact_changes JOIN contacts ON contacts.id = contact_id, json_each(contacts.fields)
       WHERE contact_changes.id > ?`,
    fields.contact,
    fields.change,
  )
  for (const { name } of fresh) fields.names.add(name)
  fields.contact = ends.contact
  fields.change = ends.change
  return [...fields.names].sort((a, b) => a.localeCompare(b))
}
