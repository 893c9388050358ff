import type { CallFilter } from '../../domain/call-filter.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { readSearch, searchMatching } from '../query/search.ts'
import { among, type Sql, sql } from '../query/sql.ts'
import { searchIds } from '../view/search-text.ts'

/** Whose calls a filter's search asks for. */
export type People =
  | { readonly are: 'all' }
  /** All that can fit, perhaps others too. */
  | { readonly are: 'few'; readonly ids: readonly number[] }
  /** Too many to name, or not found out yet. */
  | { readonly are: 'many' }

const MOST_FEW = 2_000

/** Looks through the names and numbers that this thread holds in memory. */
export function findPeople(file: ReadOnlyFile, { search: text }: CallFilter): People {
  const search = readSearch(text)
  if (search.is === 'nothing') return { are: 'all' }
  const ids = search.is === 'words' ? searchIds(file, search, MOST_FEW) : null
  return ids === null ? { are: 'many' } : { are: 'few', ids }
}

/** What holds for each of their calls. */
export function peopleCondition(
  file: ReadOnlyFile,
  { search: text }: CallFilter,
  people: People,
): readonly Sql[] {
  if (text.trim() === '') return []
  // Tags and names hang neither on a campaign nor on the time.
  const { where } = searchMatching(file, readSearch(text), { now: 0, campaign: null })
  const fits = sql`EXISTS (SELECT 1 FROM contacts WHERE contacts.id = calls.contact_id AND ${where})`
  return people.are === 'few' ? [sql`calls.contact_id IN ${among(people.ids)}`, fits] : [fits]
}
