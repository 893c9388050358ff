import { sql, type Transaction } from 'kysely'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import { type ExclusionLine, exclusionLines } from '../../domain/launch.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { LaunchCounts, WhoIsMeant } from '../../engine/launch/launch-records.ts'
import type { Tables } from '../tables.ts'
import { calledFrom, exclusions, isMeant, isOnDoNotCall, mayBeLeftOut } from './launch-sql.ts'

/** How many each line leaves out: only those whom a line may concern are looked at, the others are counted already. */
export async function launchCounts(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  now: Instant,
): Promise<LaunchCounts> {
  const [counts, stay, left] = await Promise.all([
    countsOf(tx, campaign),
    skippedForGood(tx, campaign),
    leftOut(tx, campaign, launch, now),
  ])
  const of = (statuses: readonly LeadStatus[]) =>
    statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0)
  const numberless = left.get('numberless') ?? 0
  const removed = exclusionLines.map(line => [line, left.get(line) ?? 0] as const)
  return {
    inCampaign: of([...counts.keys()]),
    callable: of(calledFrom(launch)) - stay - numberless,
    removed: Object.fromEntries(removed) as Record<ExclusionLine, number>,
    doNotCall: left.get('do_not_call') ?? 0,
  }
}

async function countsOf(
  tx: Transaction<Tables>,
  campaign: CampaignId,
): Promise<ReadonlyMap<LeadStatus, number>> {
  const rows = await tx
    .selectFrom('lead_counts')
    .select(({ fn }) => ['status', fn.sum<number>('leads').as('leads')])
    .where('campaign_id', '=', campaign)
    .groupBy('status')
    .execute()
  return new Map(rows.map(({ status, leads }) => [status, leads]))
}

async function skippedForGood(tx: Transaction<Tables>, campaign: CampaignId): Promise<number> {
  const { leads } = await tx
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('leads'))
    .where('campaign_id', '=', campaign)
    .where('status', '=', 'skipped')
    .where('skip_reason', 'in', ['manual', 'duplicate'])
    .executeTakeFirstOrThrow()
  return leads
}

type Kept = ExclusionLine | 'do_not_call' | 'numberless'

async function leftOut(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  now: Instant,
): Promise<ReadonlyMap<Kept, number>> {
  const cases = [
    sql`WHEN contacts.phone IS NULL THEN 'numberless'`,
    ...exclusions(launch).map(([line, applies]) => sql`WHEN ${applies} THEN ${sql.lit(line)}`),
    sql`WHEN ${isOnDoNotCall(now)} THEN 'do_not_call'`,
  ]
  const { rows } = await sql<{ kept: Kept | null; leads: number }>`
    SELECT CASE ${sql.join(cases, sql` `)} END AS kept, count(*) AS leads
    FROM (${mayBeLeftOut(campaign, launch)}) AS some
      CROSS JOIN leads ON leads.id = some.id CROSS JOIN contacts ON contacts.id = leads.contact_id
    WHERE ${isMeant(launch)} GROUP BY kept`.execute(tx)
  return new Map(rows.flatMap(({ kept, leads }) => (kept === null ? [] : [[kept, leads]])))
}
