import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { ContactId, Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { compileQuery } from '../query/compile-query.ts'
import { orderOf } from '../query/contact-order.ts'
import { readSearch } from '../query/search.ts'
import { pageIds, SOME } from '../query/select-ids.ts'
import { type Sql, sql } from '../query/sql.ts'
import { turnIds } from '../query/turn-ids.ts'
import { searchIds } from '../view/search-text.ts'
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
  const ids = inTurn(file, page) ?? matching(file, page)
  return ids && contactRows(file, { ids, campaign, fields, now })
}

/** A campaign as it first shows itself. */
function inTurn(file: ReadOnlyFile, { query, sort, offset, limit }: PageQuery): readonly ContactId[] | null {
  const { scope, search, filter } = query
  const isWhole = scope.of === 'campaign' && search.trim() === '' && (filter?.of.length ?? 0) === 0
  if (!isWhole || sort.by !== 'order' || sort.descending) return null
  return turnIds(file, scope.campaign, offset + limit)?.slice(offset) ?? null
}

function matching(file: ReadOnlyFile, page: PageQuery): readonly ContactId[] | null {
  const { query, sort, now } = page
  const compiled = compileQuery(file, query, now)
  const found = foundByText(file, query.search)
  const sources = found === null ? compiled.sources : [found, ...compiled.sources]
  const order = orderOf(sort, compiled)
  return pageIds(file, { ...compiled, sources }, order, sort.descending, page)
}

/** Words that few have: no index of the file finds these. */
function foundByText(file: ReadOnlyFile, text: string): Sql | null {
  const search = readSearch(text)
  const ids = search.is === 'words' ? searchIds(file, search, SOME) : null
  return ids && sql`SELECT value FROM json_each(${JSON.stringify(ids)})`
}
