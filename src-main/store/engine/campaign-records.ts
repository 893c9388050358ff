import type { Selectable, Transaction } from 'kysely'
import type { BusinessHours } from '../../domain/business-hours.ts'
import { type WorkspaceCaps, workspaceCaps } from '../../domain/campaign.ts'
import type { CampaignState } from '../../domain/campaign-state.ts'
import type { BusinessHoursId, CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'
import type { CampaignRecord, CarryingTrunk } from '../../engine/ports/campaign-record.ts'
import { fromStateColumns, toStateColumns } from '../campaign-state-columns.ts'
import type { Json } from '../json.ts'
import type { Statements } from '../sqlite-file.ts'
import type { BusinessHoursTable, CampaignRow } from '../tables/campaigns.ts'
import type { Tables } from '../tables.ts'
import { parseOnce, parseOnceOrNull } from './parse-once.ts'
import { shownOnItsTrunks } from './shown-on.ts'

type Columns =
  | 'id'
  | 'name'
  | 'state'
  | 'drains_towards'
  | 'pause_reason'
  | 'pause_detail'
  | 'settings'
  | 'schedule'
  | 'business_hours_id'
  | 'agent_version_id'
  | 'run'
  | 'test_contacts'
  | 'cost_micros'
  | 'numbers_out_since'
  | 'deleted_at'
  | 'last_start_at'

type Row = Pick<CampaignRow, Columns>

// One table alone: each further one that a query opens costs more than all else it does.
const records = `
  SELECT id, name, state, drains_towards, pause_reason, pause_detail, settings, schedule, business_hours_id,
    agent_version_id, run, test_contacts, cost_micros, numbers_out_since, deleted_at, last_start_at
  FROM campaigns`

export function campaignRecord(sql: Statements, id: CampaignId): CampaignRecord | null {
  const row = sql.first<Row>(`${records} WHERE id = ?`, id)
  return row === undefined ? null : toRecord(sql, row)
}

export const workingCampaigns = (sql: Statements): readonly CampaignRecord[] =>
  sql
    .rows<Row>(
      `${records} WHERE state IN ('scheduled', 'running', 'draining') AND deleted_at IS NULL ORDER BY id`,
    )
    .map(row => toRecord(sql, row))

const toRecord = (sql: Statements, row: Row): CampaignRecord => ({
  id: row.id,
  name: row.name,
  state: fromStateColumns(row),
  settings: parseOnce(row.settings),
  schedule: parseOnce(row.schedule),
  businessHours: hoursOf(sql, row.business_hours_id),
  agentVersion: row.agent_version_id,
  trunks: trunksOf(sql, row.id),
  costMicros: row.cost_micros,
  run: row.run,
  testContacts: row.test_contacts,
  lastStartAt: row.last_start_at,
  numbersOutSince: row.numbers_out_since,
  isDeleted: row.deleted_at !== null,
})

interface TrunkRow {
  readonly id: TrunkId
  readonly name: string
  readonly settings: Json<TrunkSettings>
  readonly rates: Json<RateTable> | null
  readonly balance_micros: Micros | null
  readonly is_practice: 0 | 1
}

const trunksOf = (sql: Statements, campaign: CampaignId): readonly CarryingTrunk[] =>
  sql
    .rows<TrunkRow>(
      `SELECT trunks.id, name, settings, rates, balance_micros,
         trunks.id IS (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'practice_trunk') AS is_practice
       FROM used_trunks JOIN trunks ON trunks.id = used_trunks.trunk_id
       WHERE used_trunks.campaign_id = ? ORDER BY used_trunks.position`,
      campaign,
    )
    .map(({ id, name, settings, rates, balance_micros, is_practice }) => ({
      id,
      name,
      settings: parseOnce(settings),
      rates: parseOnceOrNull(rates),
      balanceMicros: balance_micros,
      isPractice: is_practice === 1,
    }))

function hoursOf(sql: Statements, id: BusinessHoursId | null): BusinessHours | null {
  if (id === null) return null
  const row = sql.first<
    Pick<Selectable<BusinessHoursTable>, 'name' | 'zone' | 'windows' | 'holidays' | 'closed_days'>
  >('SELECT name, zone, windows, holidays, closed_days FROM business_hours WHERE id = ?', id)
  if (row === undefined) return null
  const { name, zone, windows, holidays, closed_days } = row
  return {
    id,
    name,
    zone,
    windows: parseOnce(windows),
    holidays: parseOnceOrNull(holidays),
    closedDays: parseOnce(closed_days),
  }
}

/** Numbers of a campaign that are switched on and that one of its trunks may show. */
export const usableNumbers = (sql: Statements, campaign: CampaignId): number =>
  sql.first<{ count: number }>(
    `SELECT count(*) AS count FROM campaigns JOIN campaign_numbers used ON used.campaign_id = campaigns.id
       JOIN numbers ON numbers.id = used.number_id
     WHERE campaigns.id = ? AND used.enabled = 1 AND numbers.enabled = 1 AND ${shownOnItsTrunks}`,
    campaign,
  )?.count ?? 0

/** As set by an administrator, else the defaults. */
export function capsOf(sql: Statements): WorkspaceCaps {
  const row = sql.first<{ value: Json<WorkspaceCaps> }>(`SELECT value FROM settings WHERE key = 'caps'`)
  return row === undefined ? workspaceCaps : parseOnce(row.value)
}

export async function setState(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  state: CampaignState,
  at: Instant,
): Promise<void> {
  const isOver = state.is === 'completed' || state.is === 'cancelled'
  await tx
    .updateTable('campaigns')
    .set({ ...toStateColumns(state), state_since: at, ended_at: isOver ? at : null })
    .where('id', '=', campaign)
    .execute()
}
