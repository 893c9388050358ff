import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { compileQuery } from '../query/compile-query.ts'
import { orderOf } from '../query/contact-order.ts'
import { pageIds } from '../query/select-ids.ts'
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
  const { query, sort, fields, now } = page
  const compiled = compileQuery(file, query, now)
  const order = orderOf(sort, compiled.campaign !== null)
  const ids = pageIds(file, compiled, order, sort.descending, page)
  return ids && contactRows(file, { ids, campaign: compiled.campaign, fields, now })
}
