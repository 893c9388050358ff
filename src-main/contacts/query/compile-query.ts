import type { ContactFilter, ContactQuery } from '../../domain/contact-filter.ts'
import type { CampaignId, Instant, ListId, SegmentId } from '../../domain/ids.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { everyOf, filterMatching } from './filter-matching.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { readSearch, searchMatching } from './search.ts'
import { sql } from './sql.ts'

/** A query as SQL over `contacts`, and over `leads` where its scope is a campaign. */
export interface CompiledQuery extends Matching {
  readonly campaign: CampaignId | null
  /** Where its scope is one. */
  readonly list: ListId | null
  /** Everybody in its scope. */
  readonly isWhole: boolean
}

export function compileQuery(file: ReadOnlyFile, query: ContactQuery, now: Instant): CompiledQuery {
  const { scope, filter } = query
  const campaign = scope.of === 'campaign' ? scope.campaign : null
  const asked: Asked = { now, campaign }
  const search = readSearch(query.search)
  const isFiltered = search.is !== 'nothing' || (filter !== null && filter.of.length > 0)
  const { where, sources } = everyOf([
    scopeMatching(file, query, asked),
    ...(search.is === 'nothing' ? [] : [searchMatching(file, search, asked)]),
    ...(filter === null || filter.of.length === 0 ? [] : [filterMatching(filter, asked)]),
  ])
  return {
    where,
    sources,
    campaign,
    list: scope.of === 'list' ? scope.list : null,
    isWhole: !isFiltered && (scope.of === 'all' || scope.of === 'campaign'),
  }
}

function scopeMatching(file: ReadOnlyFile, { scope }: ContactQuery, asked: Asked): Matching {
  switch (scope.of) {
    case 'all':
      return matching(sql`1`)
    case 'list':
      return filterMatching(
        { match: 'all', of: [{ field: 'list', op: 'one_of', value: [scope.list] }] },
        asked,
      )
    case 'segment':
      return segmentMatching(file, scope.segment, asked)
    case 'campaign':
      // Its leads are joined.
      return matching(sql`1`, sql`SELECT contact_id FROM leads WHERE campaign_id = ${scope.campaign}`)
  }
}

/** Nobody is in a segment that is gone. */
function segmentMatching(file: ReadOnlyFile, id: SegmentId, asked: Asked): Matching {
  const row = file.statements.first<{ filter: Json<ContactFilter> }>(
    'SELECT filter FROM segments WHERE id = ?',
    id,
  )
  return row === undefined ? matching(sql`0`) : filterMatching(fromJson(row.filter), asked)
}
