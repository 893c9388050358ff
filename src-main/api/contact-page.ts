import type { ListedContact, ListedLead } from '../contacts/read/contact-rows.ts'
import type { ContactRow } from '../contract/contacts.ts'
import type { ContactQuery } from '../domain/contact-filter.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { shortWait } from '../domain/short-wait.ts'
import { mustExist } from './must-exist.ts'
import { type AskedPage, pageRows } from './page-rows.ts'
import type { Services } from './services.ts'

/** Some rows of a table, and the view that keeps their order. */
export async function contactPage(
  context: Pick<Services, 'db' | 'engine' | 'now' | 'reads' | 'views'>,
  asked: AskedPage,
  signal?: AbortSignal,
): Promise<{ view: string; rows: ContactRow[] }> {
  const { view, rows } = await pageRows(context, asked, signal)
  return { view, rows: await shown(context, asked.query, rows) }
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
