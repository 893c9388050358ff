import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { type CompiledQuery, compileQuery } from './compile-query.ts'
import { type ContactOrder, orderBy, orderOf, type Stretch } from './contact-order.ts'
import { createIdColumn, type IdColumn } from './id-column.ts'
import { MOST_GATHERED, matchingRows } from './matching-rows.ts'
import { smallestSource, sortedIds } from './select-ids.ts'
import { type Sql, sql } from './sql.ts'

/** Beyond so many, an index that has them in order is walked instead of sorting them. */
const MOST_SORTED = 50_000

export interface OrderedQuery {
  readonly query: ContactQuery
  readonly sort: ContactSort
  readonly now: Instant
}

/** Ids of all contacts that a query finds, in its order. Shared between threads, never changed. */
export function orderedIds(file: ReadOnlyFile, { query, sort, now }: OrderedQuery): Float64Array {
  const compiled = compileQuery(file, query, now)
  const order = orderOf(sort, compiled)
  const { descending } = sort
  const stretches = order.stretches?.filter(({ over }) => over === 'contacts') ?? []
  const source = smallestSource(file, compiled.sources, MOST_GATHERED)?.source ?? null
  if (order.stretches === null || stretches.length === 0)
    return fill(file, sortedRows(compiled, order, descending, source)).done()
  if (compiled.isWhole && compiled.campaign === null) return inOrder(file, stretches, descending, () => true)
  const found = fill(file, sql`SELECT contacts.id ${matchingRows(compiled, source)}`)
  if (found.length <= MOST_SORTED) {
    const those = sql`SELECT value FROM json_each(${JSON.stringify([...found.done()])})`
    return fill(file, sortedIds({ ...compiled, where: sql`1` }, those, order, descending)).done()
  }
  return inOrder(file, stretches, descending, found.holder())
}

const sortedRows = (
  query: CompiledQuery,
  order: ContactOrder,
  descending: boolean,
  source: Sql | null,
): Sql =>
  sql`SELECT contacts.id ${matchingRows(query, source)} ORDER BY ${literal(orderBy(order.keys, descending))}`

function inOrder(
  file: ReadOnlyFile,
  stretches: readonly Stretch[],
  descending: boolean,
  isFound: (id: number) => boolean,
): Float64Array {
  const ids = createIdColumn()
  for (const { index, where, keys } of descending ? stretches.toReversed() : stretches) {
    const by = index === null ? '' : `INDEXED BY ${index}`
    const rows = sql`SELECT id FROM contacts ${literal(by)} WHERE ${literal(where)}
      ORDER BY ${literal(orderBy(keys, descending))}`
    for (const [id] of file.each(rows.text, rows.values)) if (isFound(id as number)) ids.add(id as number)
  }
  return ids.done()
}

function fill(file: ReadOnlyFile, { text, values }: Sql): IdColumn {
  const ids = createIdColumn()
  for (const [id] of file.each(text, values)) ids.add(id as number)
  return ids
}

const literal = (text: string): Sql => ({ text, values: [] })
