import type { Kysely } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignState } from '../domain/campaign-state.ts'
import type {
  AgentId,
  AgentVersionId,
  BusinessHoursId,
  CampaignId,
  E164,
  Instant,
  NumberId,
  TrunkId,
} from '../domain/ids.ts'
import type { LaunchChoices } from '../domain/launch.ts'
import { finalLeadStatuses } from '../domain/lead.ts'
import type { Micros } from '../domain/money.ts'
import type { Schedule } from '../domain/schedule.ts'
import { fromStateColumns } from './campaign-state-columns.ts'
import { fromJson, fromJsonOrNull } from './json.ts'
import type { Tables } from './tables.ts'

export interface ListedCampaign {
  readonly id: CampaignId
  readonly name: string
  readonly notes: string
  /** Grows with each edit. */
  readonly revision: number
  readonly state: CampaignState
  readonly stateSince: Instant
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly businessHours: BusinessHoursId | null
  /** Pinned: a newer version is used only when somebody changes it. */
  readonly agentVersion: AgentVersionId | null
  readonly agent: { readonly id: AgentId; readonly name: string; readonly version: number } | null
  /** Failover group, preferred first; empty: the workspace's default trunk. */
  readonly trunks: readonly { readonly id: TrunkId; readonly name: string }[]
  readonly numbers: readonly E164[]
  readonly callerIds: readonly CallerId[]
  readonly contacts: number
  /** Contacts in a final status. */
  readonly finished: number
  readonly createdAt: Instant
  readonly launchedAt: Instant | null
  readonly endedAt: Instant | null
  readonly run: number
  /** Choices of the latest launch. */
  readonly launch: LaunchChoices | null
  /** While a test runs: how many contacts it calls. */
  readonly testContacts: number | null
  /** Over all runs. */
  readonly costMicros: Micros
  /** Of its trunks' rates, ISO 4217; `null`: they have none. */
  readonly currency: string | null
}

export interface CallerId {
  readonly id: NumberId
  readonly e164: E164
  readonly enabled: boolean
  readonly weight: number
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
    .selectAll('campaigns')
    .select(['agents.id as agent_id', 'agents.name as agent_name', 'agent_versions.version'])
    .where('campaigns.deleted_at', 'is', null)
    .orderBy('campaigns.id', 'desc')
  const [campaigns, trunks, numbers, counts, currencies] = await Promise.all([
    (only === undefined ? all : all.where('campaigns.id', '=', only)).execute(),
    trunksOf(db, only),
    numbersOf(db, only),
    countsOf(db, only),
    currenciesOf(db, only),
  ])
  return campaigns.map(row => ({
    id: row.id,
    name: row.name,
    notes: row.notes,
    revision: row.revision,
    state: fromStateColumns(row),
    stateSince: row.state_since,
    settings: fromJson(row.settings),
    schedule: fromJson(row.schedule),
    businessHours: row.business_hours_id,
    agentVersion: row.agent_version_id,
    agent:
      row.agent_id === null || row.version === null
        ? null
        : { id: row.agent_id, name: row.agent_name ?? '', version: row.version },
    trunks: (trunks.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    numbers: (numbers.get(row.id) ?? []).map(({ e164 }) => e164),
    callerIds: numbers.get(row.id) ?? [],
    contacts: counts.get(row.id)?.contacts ?? 0,
    finished: counts.get(row.id)?.finished ?? 0,
    createdAt: row.created_at,
    launchedAt: row.launched_at,
    endedAt: row.ended_at,
    run: row.run,
    launch: fromJsonOrNull(row.launch),
    testContacts: row.test_contacts,
    costMicros: row.cost_micros,
    currency: currencies.get(row.id) ?? null,
  }))
}

async function trunksOf(db: Kysely<Tables>, only?: CampaignId) {
  const all = db
    .selectFrom('campaign_trunks')
    .innerJoin('trunks', 'trunks.id', 'campaign_trunks.trunk_id')
    .select(['campaign_trunks.campaign_id', 'trunks.id', 'trunks.name'])
    .orderBy('campaign_trunks.position')
  const rows = await (only === undefined ? all : all.where('campaign_id', '=', only)).execute()
  return Map.groupBy(rows, row => row.campaign_id)
}

/** The first one of each campaign's trunks. */
async function currenciesOf(db: Kysely<Tables>, only?: CampaignId): Promise<ReadonlyMap<CampaignId, string>> {
  const all = db
    .selectFrom('used_trunks')
    .innerJoin('trunks', 'trunks.id', 'used_trunks.trunk_id')
    .select(['used_trunks.campaign_id', 'trunks.rates'])
    .where('trunks.rates', 'is not', null)
    .orderBy('used_trunks.position', 'desc')
  const rows = await (only === undefined ? all : all.where('used_trunks.campaign_id', '=', only)).execute()
  return new Map(
    rows.flatMap(({ campaign_id, rates }) => {
      const table = fromJsonOrNull(rates)
      return table === null ? [] : [[campaign_id, table.currency] as const]
    }),
  )
}

async function numbersOf(
  db: Kysely<Tables>,
  only?: CampaignId,
): Promise<ReadonlyMap<CampaignId, readonly CallerId[]>> {
  const all = db
    .selectFrom('campaign_numbers')
    .innerJoin('numbers', 'numbers.id', 'campaign_numbers.number_id')
    .select([
      'campaign_numbers.campaign_id',
      'numbers.id',
      'numbers.e164',
      'campaign_numbers.enabled',
      'campaign_numbers.weight',
    ])
    .orderBy('campaign_numbers.position')
  const rows = await (only === undefined ? all : all.where('campaign_id', '=', only)).execute()
  const grouped = Map.groupBy(rows, row => row.campaign_id)
  return new Map(
    [...grouped].map(([campaign, group]) => [
      campaign,
      group.map(({ id, e164, enabled, weight }) => ({ id, e164, enabled: enabled === 1, weight })),
    ]),
  )
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
