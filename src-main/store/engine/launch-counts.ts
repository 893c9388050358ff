import { type Kysely, sql } from 'kysely'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { KeptBy, LaunchTotals, WhoIsMeant } from '../../engine/ports/launch-records.ts'
import type { Tables } from '../tables.ts'
import { calledFrom, exclusions, isMeant, isOnDoNotCall, mayBeKept } from './launch-sql.ts'

/** From the counts that triggers keep. */
export async function launchTotals(
  tx: Kysely<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
): Promise<LaunchTotals> {
  const rows = await tx
    .selectFrom('lead_counts')
    .select(({ fn }) => ['status', fn.sum<number>('leads').as('leads')])
    .where('campaign_id', '=', campaign)
    .groupBy('status')
    .execute()
  const of = (statuses: readonly LeadStatus[]) =>
    rows.reduce((sum, { status, leads }) => (statuses.includes(status) ? sum + leads : sum), 0)
  const { skipped } = await tx
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('skipped'))
    .where('campaign_id', '=', campaign)
    .where('status', '=', sql.lit('skipped'))
    .where('skip_reason', 'in', ['manual', 'duplicate'])
    .executeTakeFirstOrThrow()
  return { inCampaign: of(rows.map(({ status }) => status)), meant: of(calledFrom(launch)) - skipped }
}

/** How many one line keeps out of those whom no line before it did: only whom it may concern is looked at. */
export async function keptBy(
  tx: Kysely<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  by: KeptBy,
  now: Instant,
): Promise<number> {
  const lines = [
    ['numberless', sql<boolean>`contacts.phone IS NULL`] as const,
    ...exclusions(launch),
    ['do_not_call', isOnDoNotCall(now)] as const,
  ]
  const place = lines.findIndex(([line]) => line === by)
  const own = lines[place]?.[1]
  if (own === undefined) return 0
  const earlier = lines.slice(0, place).map(([, applies]) => sql` AND NOT ${applies}`)
  const sources = mayBeKept(campaign, launch, by).map(
    source => sql`SELECT leads.id ${source} AND ${isMeant(launch)} AND ${own}${sql.join(earlier, sql``)}`,
  )
  const { rows } = await sql<{ leads: number }>`
    SELECT count(*) AS leads FROM (${sql.join(sources, sql` UNION `)})`.execute(tx)
  return rows[0]?.leads ?? 0
}
