import type { ContactId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { CompiledQuery } from './compile-query.ts'
import { type ContactOrder, orderBy, type Stretch } from './contact-order.ts'
import { queueIds } from './queue-ids.ts'
import { allOf, type Sql, sql } from './sql.ts'

/** Contacts that are looked at one by one and sorted: about 30 ms of work. */
export const FEW = 12_000
/** The same, where walking through all did not fill a page: less than a view takes. */
export const SOME = 25_000
/** Contacts that are walked through in their order until a page is full: about 40 ms of work. */
const MOST_WALKED = 15_000
/** Where nothing is asked of them, their index alone is walked. */
const MOST_SKIPPED = 200_000

export interface Range {
  readonly offset: number
  readonly limit: number
}

/** Contacts of a page in their order, found within some 50 ms; `null`: that takes longer. */
export function pageIds(
  file: ReadOnlyFile,
  query: CompiledQuery,
  order: ContactOrder,
  descending: boolean,
  range: Range,
): readonly ContactId[] | null {
  const asTheyLie = () => walk(file, query, order.stretches, descending, range)
  if (query.isWhole && order.stretches.every(({ over }) => over === 'leads')) return asTheyLie()
  const smallest = smallestSource(file, query.sources, SOME)
  const collect = () => smallest && idsOf(file, sortedIds(query, smallest.source, order, descending), range)
  return smallest !== null && smallest.ids <= FEW ? collect() : (asTheyLie() ?? collect())
}

export interface CountedSource {
  readonly source: Sql
  /** How many it selects. */
  readonly ids: number
}

/** The source with the fewest contacts, of those with at most so many. */
export function smallestSource(
  file: ReadOnlyFile,
  sources: readonly Sql[],
  most: number,
): CountedSource | null {
  let smallest: CountedSource | null = null
  for (const source of sources) {
    const ids = countUpTo(file, source, smallest?.ids ?? most + 1)
    if (ids <= most && (smallest === null || ids < smallest.ids)) smallest = { source, ids }
  }
  return smallest
}

function countUpTo(file: ReadOnlyFile, rows: Sql, most: number): number {
  const { text, values } = sql`SELECT count(*) AS rows FROM (SELECT 1 FROM (${rows}) LIMIT ${most})`
  return file.statements.first<{ rows: number }>(text, ...values)?.rows ?? 0
}

/** Those of a source, each once, as `contact`. */
export const distinct = (source: Sql): Sql => sql`SELECT 0 AS contact WHERE 0 UNION SELECT * FROM (${source})`

/** Those of a source that match, in order. */
export function sortedIds(query: CompiledQuery, source: Sql, order: ContactOrder, descending: boolean): Sql {
  return sql`SELECT contacts.id FROM (${distinct(source)}) AS found
    CROSS JOIN contacts ON contacts.id = found.contact ${leadsBeside(query)}
    WHERE ${query.where} ORDER BY ${literal(orderBy(order.keys, descending))}`
}

/** One index after the other, until the page is full or too many were looked at. */
function walk(
  file: ReadOnlyFile,
  query: CompiledQuery,
  stretches: readonly Stretch[],
  descending: boolean,
  { offset, limit }: Range,
): readonly ContactId[] | null {
  const found: ContactId[] = []
  let skip = offset
  let budget = query.isWhole && query.campaign === null ? MOST_SKIPPED : MOST_WALKED
  for (const stretch of descending ? stretches.toReversed() : stretches) {
    const wanted = skip + limit - found.length
    const next = nextOf(file, query, stretch, descending, { wanted, budget })
    if (next === null) return null
    const passed = Math.min(skip, next.ids.length)
    skip -= passed
    found.push(...next.ids.slice(passed))
    if (found.length === limit) return found
    budget -= next.looked
    if (budget <= 0) return null
  }
  return found
}

/** The first of a stretch that match; `looked`: so many of them were looked at, where all of it was. */
function nextOf(
  file: ReadOnlyFile,
  query: CompiledQuery,
  stretch: Stretch,
  descending: boolean,
  { wanted, budget }: { readonly wanted: number; readonly budget: number },
): { readonly ids: readonly ContactId[]; readonly looked: number } | null {
  if (stretch.queue !== undefined) {
    if (!query.isWhole || query.campaign === null) return null
    const ids = queueIds(file, query.campaign, stretch.queue, wanted, descending)
    return { ids, looked: ids.length }
  }
  const steps = walked(query, stretch, descending, budget)
  const ids = idsOf(file, matchesAmong(query, stretch, steps), { offset: 0, limit: wanted })
  return { ids, looked: ids.length === wanted ? wanted : countUpTo(file, steps, budget) }
}

/** Ids of one stretch in order, out of its index alone. */
const walked = (query: CompiledQuery, stretch: Stretch, descending: boolean, most: number): Sql => {
  const { over, index, where, keys } = stretch
  const id = over === 'list_contacts' ? 'contact_id' : `${over}.id`
  return sql`SELECT ${literal(id)} AS step FROM ${literal(over)} ${literal(index === null ? '' : `INDEXED BY ${index}`)}
    WHERE ${allOf([scopeOf(query, stretch), literal(where)])} ORDER BY ${literal(orderBy(keys, descending))} LIMIT ${most}`
}

export const scopeOf = ({ campaign, list }: CompiledQuery, { over }: Stretch): Sql => {
  if (over === 'leads') return sql`leads.campaign_id = ${campaign}`
  if (over === 'list_contacts') return sql`list_contacts.list_id = ${list}`
  // Contacts of an import have their numbers in a row: all others are passed by without a look at the campaign.
  return campaign === null
    ? sql`1`
    : sql`contacts.id >= (SELECT min(contact_id) FROM leads WHERE campaign_id = ${campaign})
        AND contacts.id <= (SELECT max(contact_id) FROM leads WHERE campaign_id = ${campaign})`
}

const matchesAmong = (query: CompiledQuery, { over }: Stretch, steps: Sql): Sql => {
  const { campaign, isWhole, where } = query
  if (over === 'leads')
    return sql`SELECT leads.contact_id FROM (${steps}) AS steps CROSS JOIN leads ON leads.id = steps.step
      ${literal(isWhole ? '' : 'CROSS JOIN contacts ON contacts.id = leads.contact_id')} WHERE ${where}`
  if (!isWhole)
    return sql`SELECT contacts.id FROM (${steps}) AS steps
      CROSS JOIN contacts ON contacts.id = steps.step ${leadsBeside(query)} WHERE ${where}`
  return campaign === null
    ? sql`SELECT * FROM (${steps})`
    : sql`SELECT step FROM (${steps}) CROSS JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = step`
}

/** Of the campaign that is asked about. */
export const leadsBeside = ({ campaign }: CompiledQuery): Sql =>
  campaign === null
    ? sql``
    : sql`CROSS JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = contacts.id`

function idsOf(file: ReadOnlyFile, rows: Sql, { offset, limit }: Range): ContactId[] {
  const { text, values } = sql`${rows} LIMIT ${limit} OFFSET ${offset}`
  return file.column(text, values)
}

const literal = (text: string): Sql => ({ text, values: [] })
