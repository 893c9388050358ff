import type { ContactQuery } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { compileQuery } from '../query/compile-query.ts'
import { MOST_GATHERED, matchingRows } from '../query/matching-rows.ts'
import { smallestSource } from '../query/select-ids.ts'
import { type Sql, sql } from '../query/sql.ts'

/** How many a query finds. */
export function countContacts(
  file: ReadOnlyFile,
  { query, now }: { readonly query: ContactQuery; readonly now: Instant },
): number {
  const compiled = compileQuery(file, query, now)
  const known = query.search.trim() === '' && (query.filter?.of.length ?? 0) === 0 ? keptCount(query) : null
  const source =
    known === null ? (smallestSource(file, compiled.sources, MOST_GATHERED)?.source ?? null) : null
  const { text, values } = known ?? sql`SELECT count(*) AS contacts ${matchingRows(compiled, source)}`
  return file.statements.first<{ contacts: number | null }>(text, ...values)?.contacts ?? 0
}

/** From counts that triggers keep. */
function keptCount({ scope }: ContactQuery): Sql | null {
  switch (scope.of) {
    case 'all':
      return sql`SELECT count(*) AS contacts FROM contacts`
    case 'list':
      return sql`SELECT contacts FROM lists WHERE id = ${scope.list}`
    case 'campaign':
      return sql`SELECT sum(leads) AS contacts FROM lead_counts WHERE campaign_id = ${scope.campaign}`
    case 'segment':
      return null
  }
}
