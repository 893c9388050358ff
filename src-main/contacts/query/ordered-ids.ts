import type { ContactQuery, ContactSort } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { type CompiledQuery, compileQuery } from './compile-query.ts'
import { type ContactOrder, orderBy, orderOf, type Stretch } from './contact-order.ts'
import { contactsOfLeads } from './contacts-of-leads.ts'
import { MOST_GATHERED, matchingRows } from './matching-rows.ts'
import { scopeOf, smallestSource, sortedIds } from './select-ids.ts'
import { allOf, type Sql, sql } from './sql.ts'

/** Beyond so many, an index that has them in order is walked instead of sorting them. */
const MOST_SORTED = 20_000

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
  const isOfContacts = order.stretches.every(({ over }) => over === 'contacts')
  if (compiled.isWhole && !(isOfContacts && compiled.campaign !== null))
    return shared(inOrder(file, compiled, order, descending))
  const found = foundIds(file, compiled)
  if (found.length > MOST_SORTED) {
    // The first and the last of a campaign need not be looked for: all that are found are known.
    const scope = isOfContacts ? { ...compiled, campaign: null } : compiled
    return shared(inOrder(file, scope, order, descending, holderOf(found)))
  }
  const those = sql`SELECT value FROM json_each(${JSON.stringify(found)})`
  return shared(column(file, sortedIds({ ...compiled, where: sql`1` }, those, order, descending)))
}

/** In no order. */
function foundIds(file: ReadOnlyFile, query: CompiledQuery): number[] {
  if (query.isWhole)
    return column(file, sql`SELECT contact_id FROM leads WHERE campaign_id = ${query.campaign}`)
  const source = smallestSource(file, query.sources, MOST_GATHERED)?.source ?? null
  return column(file, sql`SELECT contacts.id ${matchingRows(query, source)}`)
}

/** All of its scope, or those of them that are found, as the stretches of the order have them. */
function inOrder(
  file: ReadOnlyFile,
  query: CompiledQuery,
  { stretches }: ContactOrder,
  descending: boolean,
  isFound: ((id: number) => boolean) | null = null,
): number[] {
  const contactOf =
    query.campaign !== null && stretches.some(isByLead) ? contactsOfLeads(file, query.campaign) : null
  return (descending ? stretches.toReversed() : stretches).flatMap(stretch => {
    const rows = column(file, stretchSql(query, stretch, descending))
    const ids = contactOf !== null && isByLead(stretch) ? rows.map(contactOf) : rows
    return isFound === null ? ids : ids.filter(isFound)
  })
}

/** Its index knows no contacts. */
const isByLead = ({ over, index }: Stretch): boolean => over === 'leads' && index !== null

function stretchSql(query: CompiledQuery, stretch: Stretch, descending: boolean): Sql {
  const { over, index, where, keys } = stretch
  const id = over === 'contacts' || isByLead(stretch) ? `${over}.id` : `${over}.contact_id`
  return sql`SELECT ${literal(id)} FROM ${literal(over)} ${literal(index === null ? '' : `INDEXED BY ${index}`)}
    WHERE ${allOf([scopeOf(query, stretch), literal(where)])} ORDER BY ${literal(orderBy(keys, descending))}`
}

const column = (file: ReadOnlyFile, { text, values }: Sql): number[] => file.column<number>(text, values)

/** Tells in no time whether an id is among them. */
function holderOf(ids: readonly number[]): (id: number) => boolean {
  const held = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of ids) held[id] = 1
  return id => held[id] === 1
}

function shared(ids: readonly number[]): Float64Array {
  const column = new Float64Array(new SharedArrayBuffer(ids.length * Float64Array.BYTES_PER_ELEMENT))
  column.set(ids)
  return column
}

const literal = (text: string): Sql => ({ text, values: [] })
