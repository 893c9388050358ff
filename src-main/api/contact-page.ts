import type { ListedContact, ListedLead } from '../contacts/read/contact-rows.ts'
import type { View } from '../contacts/view/views.ts'
import type { ContactRow } from '../contract/contacts.ts'
import type { ContactQuery, ContactSort } from '../domain/contact-filter.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { shortWait } from '../domain/short-wait.ts'
import { mustExist } from './must-exist.ts'
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

/** Some rows of a table: at once where they can be found by a look at an index, else out of the ids of a view. */
export async function contactPage(
  context: Pick<Services, 'db' | 'engine' | 'now' | 'reads' | 'views'>,
  asked: AskedPage,
  signal?: AbortSignal,
): Promise<{ view: string; rows: ContactRow[] }> {
  const { views } = context
  const { query, sort } = asked
  const known = asked.view === undefined ? null : views.find(asked.view, query, sort)
  const view = known ?? views.open(query, sort)
  const rows = await rowsOf(context, view, asked, signal)
  return { view: view.id, rows: await shown(context, query, rows) }
}

async function rowsOf(
  { reads }: Pick<Services, 'reads'>,
  view: View,
  { query, sort, fields, offset, limit }: AskedPage,
  signal?: AbortSignal,
): Promise<readonly ListedContact[]> {
  const now = view.openedAt
  if (!view.areKnown() && offset + limit <= NEAR) {
    const near = await reads.ask('page', { query, sort, fields, offset, limit, now }, { signal })
    if (near !== null) return near
  }
  const ids = (await view.ids(signal)).slice(offset, offset + limit)
  const campaign = query.scope.of === 'campaign' ? query.scope.campaign : null
  return reads.ask('rows', { ids: [...ids] as ContactRow['id'][], campaign, fields, now }, { signal })
}

async function shown(
  context: Pick<Services, 'db' | 'engine' | 'now'>,
  { scope }: ContactQuery,
  rows: readonly ListedContact[],
): Promise<ContactRow[]> {
  const plain = rows.map(row => ({ ...row, tags: [...row.tags], zones: [...row.zones], lead: null }))
  if (scope.of !== 'campaign') return plain
  const leads = await shownLeads(context, scope.campaign, rows)
  return plain.map((row, index) => ({ ...row, lead: leads[index] ?? null }))
}

const priorities = ['high', 'normal', 'low'] as const

async function shownLeads(
  context: Pick<Services, 'db' | 'engine' | 'now'>,
  campaign: CampaignId,
  rows: readonly ListedContact[],
): Promise<readonly ContactRow['lead'][]> {
  const { settings } = await mustExist(context, campaign)
  const places = await context.engine.placesNow(
    campaign,
    rows.flatMap(({ lead }) => lead?.place ?? []),
  )
  const now = context.now()
  return rows.map(({ lead }) => {
    if (lead === null) return null
    const { place, hold, readyAt, priority, ...rest } = lead
    const there = places?.get(place)
    return {
      ...rest,
      priority: priorities[Math.max(priority, 0)] ?? 'normal',
      callFirst: priority === -1,
      maxAttempts: settings.maxRetries + 1,
      nextAttemptAt: nextAttemptAt(lead, now),
      waitsFor: there === undefined ? '' : shortWait({ status: rest.status, readyAt, hold }, there, now),
    }
  })
}

/** A retry has its time, due or not; whoever is held by a cap has one too. */
const nextAttemptAt = ({ status, readyAt }: ListedLead, now: Instant): Instant | null =>
  status === 'retry' || (status === 'pending' && readyAt > now) ? readyAt : null
