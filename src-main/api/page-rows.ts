import type { ListedContact } from '../contacts/read/contact-rows.ts'
import type { ContactQuery, ContactSort } from '../domain/contact-filter.ts'
import type { ContactId } from '../domain/ids.ts'
import type { Services } from './services.ts'

export interface AskedPage {
  readonly query: ContactQuery
  readonly sort: ContactSort
  readonly fields: readonly string[]
  readonly offset: number
  readonly limit: number
  readonly view?: string | undefined
}

/** Further down, a page is found faster by the ids of the whole view. */
const NEAR = 1_000

/** Rows of a page: at once where a look at an index finds them, else out of the ids of the view. */
export async function pageRows(
  { reads, views }: Pick<Services, 'reads' | 'views'>,
  { query, sort, fields, offset, limit, view: id }: AskedPage,
  signal?: AbortSignal,
): Promise<{ readonly view: string; readonly rows: readonly ListedContact[] }> {
  const view = (id === undefined ? null : views.find(id, query, sort)) ?? views.open(query, sort)
  const now = view.openedAt
  if (!view.areKnown() && offset + limit <= NEAR) {
    const rows = await reads.ask('page', { query, sort, fields, offset, limit, now }, { signal })
    if (rows !== null) return { view: view.id, rows }
  }
  const ids = [...(await view.ids(signal)).subarray(offset, offset + limit)] as ContactId[]
  const campaign = query.scope.of === 'campaign' ? query.scope.campaign : null
  const rows = ids.length === 0 ? [] : await reads.ask('rows', { ids, campaign, fields, now }, { signal })
  return { view: view.id, rows }
}
