import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { ContactId, Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { candidateIds } from '../query/candidate-ids.ts'
import { compileQuery } from '../query/compile-query.ts'
import { orderOf } from '../query/contact-order.ts'
import { readSearch } from '../query/search.ts'
import { FEW, pageIds, SOME, smallestSource } from '../query/select-ids.ts'
import { sql } from '../query/sql.ts'
import { searchByName, searchIds } from '../view/search-text.ts'
import { contactRows, type ListedContact } from './contact-rows.ts'

export interface PageQuery {
  readonly query: ContactQuery
  readonly sort: ContactSort
  readonly offset: number
  readonly limit: number
  /** Custom fields that are shown. */
  readonly fields: readonly string[]
  readonly now: Instant
}

/** Some rows of a table as it is now; `null`: finding them takes long, ask for a view. */
export function readPage(file: ReadOnlyFile, page: PageQuery): readonly ListedContact[] | null {
  const { query, fields, now } = page
  const campaign = query.scope.of === 'campaign' ? query.scope.campaign : null
  const ids = matching(file, page)
  return ids && contactRows(file, { ids, campaign, fields, now })
}

function matching(file: ReadOnlyFile, page: PageQuery): readonly ContactId[] | null {
  const { query, sort, now } = page
  const compiled = compileQuery(file, query, now)
  const search = readSearch(query.search)
  if (search.is !== 'words') return pageIds(file, compiled, orderOf(sort, compiled), sort.descending, page)
  if (sort.by === 'name' && smallestSource(file, compiled.sources, FEW) === null) {
    const named = searchByName(file, search, sort.descending)
    return named && candidateIds(file, compiled, named, page)
  }
  const found = searchIds(file, search, SOME)
  // No index of the file finds these.
  const sources =
    found === null
      ? compiled.sources
      : [sql`SELECT value FROM json_each(${JSON.stringify(found)})`, ...compiled.sources]
  return pageIds(file, { ...compiled, sources }, orderOf(sort, compiled), sort.descending, page)
}
