import type { ContactSelection } from '../../domain/contact-filter.ts'
import type { ContactId, Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { compileQuery } from './compile-query.ts'
import { MOST_GATHERED, matchingRows } from './matching-rows.ts'
import { smallestSource } from './select-ids.ts'
import { type Sql, sql } from './sql.ts'

const CHUNK = 1_000

/**
 * Contacts of a selection that exist, smallest id first, in chunks of at most a thousand: as the file shows them, so
 * whoever writes meanwhile through another connection does not change what comes.
 * @param after only those with a larger id: where a job goes on
 */
export function* selectedIds(
  file: ReadOnlyFile,
  selection: ContactSelection,
  now: Instant,
  after = 0,
): Generator<readonly ContactId[]> {
  const { text, values } = selectionSql(file, selection, now, after)
  let chunk: ContactId[] = []
  for (const [id] of file.each(text, values)) {
    chunk.push(id as ContactId)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** How many are in a selection. */
export function countSelected(file: ReadOnlyFile, selection: ContactSelection, now: Instant): number {
  const { text, values } = selectionSql(file, selection, now, 0)
  return (
    file.statements.first<{ contacts: number }>(`SELECT count(*) AS contacts FROM (${text})`, ...values)
      ?.contacts ?? 0
  )
}

/** Selects the ids. */
export function selectionSql(file: ReadOnlyFile, selection: ContactSelection, now: Instant, after = 0): Sql {
  if ('contacts' in selection)
    return sql`SELECT id FROM contacts WHERE id > ${after} AND id IN (${listed(selection.contacts)}) ORDER BY id`
  const query = compileQuery(file, selection.query, now)
  const source = smallestSource(file, query.sources, MOST_GATHERED)?.source ?? null
  return sql`SELECT contacts.id ${matchingRows(query, source)} AND contacts.id > ${after}
    AND contacts.id NOT IN (${listed(selection.except)}) ORDER BY contacts.id`
}

const listed = (ids: readonly ContactId[]): Sql => sql`SELECT value FROM json_each(${JSON.stringify(ids)})`
