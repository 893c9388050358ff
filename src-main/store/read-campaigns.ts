import type { Kysely } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignState } from '../domain/campaign-state.ts'
import type { AgentId, CampaignId, E164, Instant, TrunkId } from '../domain/ids.ts'
import { finalLeadStatuses } from '../domain/lead.ts'
import type { Schedule } from '../domain/schedule.ts'
import { fromStateColumns } from './campaign-state-columns.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface ListedCampaign {
  readonly id: CampaignId
  readonly name: string
  readonly state: CampaignState
  readonly stateSince: Instant
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly agent: { readonly id: AgentId; readonly name: string; readonly version: number } | null
  readonly trunk: { readonly id: TrunkId; readonly name: string } | null
  readonly numbers: readonly E164[]
  readonly contacts: number
  /** Contacts in a final status. */
  readonly finished: number
  readonly createdAt: Instant
  readonly launchedAt: Instant | null
  readonly run: number
}

/** All campaigns, newest first, or the one that is asked for. */
export async function readCampaigns(
  db: Kysely<Tables>,
  only?: CampaignId,
): Promise<readonly ListedCampaign[]> {
  const all = db
    .selectFrom('campaigns')
    .leftJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
    .leftJoin('agents', 'agents.id', 'agent_versions.agent_id')
    .leftJoin('trunks', 'trunks.id', 'campaigns.trunk_id')
    .selectAll('campaigns')
    .select([
      'agents.id as agent_id',
      'agents.name as agent_name',
      'agent_versions.version',
      'trunks.name as trunk_name',
    ])
    .orderBy('campaigns.id', 'desc')
  const [campaigns, numbers, counts] = await Promise.all([
    (only === undefined ? all : all.where('campaigns.id', '=', only)).execute(),
    numbersOf(db, only),
    countsOf(db, only),
  ])
  return campaigns.map(row => ({
    id: row.id,
    name: row.name,
    state: fromStateColumns(row),
    stateSince: row.state_since,
    settings: fromJson(row.settings),
    schedule: fromJson(row.schedule),
    agent:
      row.agent_id === null || row.version === null
        ? null
        : { id: row.agent_id, name: row.agent_name ?? '', version: row.version },
    trunk: row.trunk_id === null ? null : { id: row.trunk_id, name: row.trunk_name ?? '' },
    numbers: numbers.get(row.id) ?? [],
    contacts: counts.get(row.id)?.contacts ?? 0,
    finished: counts.get(row.id)?.finished ?? 0,
    createdAt: row.created_at,
    launchedAt: row.launched_at,
    run: row.run,
  }))
}

async function numbersOf(
  db: Kysely<Tables>,
  only?: CampaignId,
): Promise<ReadonlyMap<CampaignId, readonly E164[]>> {
  const all = db
    .selectFrom('campaign_numbers')
    .innerJoin('numbers', 'numbers.id', 'campaign_numbers.number_id')
    .select(['campaign_numbers.campaign_id', 'numbers.e164'])
    .orderBy('campaign_numbers.position')
  const rows = await (only === undefined ? all : all.where('campaign_id', '=', only)).execute()
  const grouped = Map.groupBy(rows, row => row.campaign_id)
  return new Map([...grouped].map(([campaign, group]) => [campaign, group.map(row => row.e164)]))
}

async function countsOf(
  db: Kysely<Tables>,
  only?: CampaignId,
): Promise<ReadonlyMap<CampaignId, { readonly contacts: number; readonly finished: number }>> {
  const all = db
    .selectFrom('lead_counts')
    .select(({ fn, eb }) => [
      'campaign_id',
      fn.sum<number>('leads').as('contacts'),
      fn
        .sum<number>(eb.case().when('status', 'in', finalLeadStatuses).then(eb.ref('leads')).else(0).end())
        .as('finished'),
    ])
    .groupBy('campaign_id')
  const rows = await (only === undefined ? all : all.where('campaign_id', '=', only)).execute()
  return new Map(rows.map(row => [row.campaign_id, row]))
}
