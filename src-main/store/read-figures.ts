import { type Kysely, sql } from 'kysely'
import type { CallCount, LeadCount } from '../domain/figures.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** What `domain/figures` computes from: read from the counts that are kept, never by counting contacts or calls. */
export interface Counts {
  readonly leads: readonly LeadCount[]
  readonly calls: readonly CallCount[]
}

export async function readCounts(db: Kysely<Tables>, campaign: CampaignId): Promise<Counts> {
  const [leads, calls] = await Promise.all([
    db
      .selectFrom('lead_counts')
      .selectAll()
      .where('campaign_id', '=', campaign)
      .where('leads', '>', 0)
      .execute(),
    db
      .selectFrom('campaign_totals')
      .select(['result', 'calls', 'answered', 'talk_ms as talkMs', 'achieved', 'opt_outs as optOuts'])
      .where('campaign_id', '=', campaign)
      .where('calls', '>', 0)
      .execute(),
  ])
  return {
    leads: leads.map(row => ({
      status: row.status,
      contacted: row.contacted === 1,
      conversed: row.conversed === 1,
      achieved: row.achieved === 1,
      leads: row.leads,
    })),
    calls,
  }
}

/** Calls of all campaigns by the UTC hour in which they ended, from `since` on, and to the hour of `until`. */
export const readHours = (
  db: Kysely<Tables>,
  since: Instant,
  until: Instant = Number.MAX_SAFE_INTEGER,
): Promise<readonly (CallCount & { readonly hour: Instant })[]> =>
  db
    .selectFrom('campaign_hours')
    .select(({ fn }) => [
      'hour',
      'result',
      fn.sum<number>('calls').as('calls'),
      fn.sum<number>('answered').as('answered'),
      fn.sum<number>('talk_ms').as('talkMs'),
      fn.sum<number>('achieved').as('achieved'),
      fn.sum<number>('opt_outs').as('optOuts'),
    ])
    .groupBy(['hour', 'result'])
    .where('hour', '>=', since)
    .where('hour', '<=', until)
    .execute()

/** Calls of each campaign at work by the UTC hour in which they ended, from `since` on. */
export const readCampaignHours = (
  db: Kysely<Tables>,
  since: Instant,
): Promise<readonly { readonly campaign: CampaignId; readonly hour: Instant; readonly calls: number }[]> =>
  db
    .selectFrom('campaigns')
    .innerJoin('campaign_hours', 'campaign_hours.campaign_id', 'campaigns.id')
    .select(({ fn }) => ['campaigns.id as campaign', 'hour', fn.sum<number>('calls').as('calls')])
    .where('campaigns.state', 'in', ['running', 'draining', 'paused', 'scheduled'])
    .where('hour', '>=', since)
    .groupBy(['campaigns.id', 'hour'])
    .execute()

/** Calls of each campaign whose INVITE left at or after `since`. */
export async function readStartsSince(
  db: Kysely<Tables>,
  since: Instant,
): Promise<ReadonlyMap<CampaignId, number>> {
  // Left to choose, SQLite goes through all calls of a campaign to have them in groups.
  const { rows } = await sql<{ campaign_id: CampaignId; calls: number }>`
    SELECT campaign_id, count(*) AS calls FROM calls INDEXED BY calls_by_start
    WHERE sending_at >= ${since} GROUP BY campaign_id`.execute(db)
  return new Map(rows.map(row => [row.campaign_id, row.calls]))
}
