import type { Transaction } from 'kysely'
import type { BusinessHours } from '../../domain/business-hours.ts'
import { type WorkspaceCaps, workspaceCaps } from '../../domain/campaign.ts'
import type { CampaignState } from '../../domain/campaign-state.ts'
import type { BusinessHoursId, CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'
import type { CampaignRecord, CarryingTrunk } from '../../engine/ports.ts'
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

interface Row extends Pick<CampaignRow, Columns> {
  readonly hours_name: string | null
  readonly hours_zone: string
  readonly hours_windows: BusinessHoursTable['windows']
  readonly hours_holidays: BusinessHoursTable['holidays']
  readonly hours_closed_days: BusinessHoursTable['closed_days']
  readonly usable_numbers: number
}

const records = `
  SELECT campaigns.id, campaigns.name, state, drains_towards, pause_reason, pause_detail, campaigns.settings,
    schedule, business_hours_id, agent_version_id, run, test_contacts, cost_micros, numbers_out_since, deleted_at,
    last_start_at, hours.name AS hours_name, hours.zone AS hours_zone, hours.windows AS hours_windows,
    hours.holidays AS hours_holidays, hours.closed_days AS hours_closed_days,
    (SELECT count(*) FROM campaign_numbers used JOIN numbers ON numbers.id = used.number_id
      WHERE used.campaign_id = campaigns.id AND used.enabled = 1 AND numbers.enabled = 1
        AND ${shownOnItsTrunks}) AS usable_numbers
  FROM campaigns
  LEFT JOIN business_hours hours ON hours.id = campaigns.business_hours_id`

export function campaignRecord(sql: Statements, id: CampaignId): CampaignRecord | null {
  const row = sql.first<Row>(`${records} WHERE campaigns.id = ?`, id)
  return row === undefined ? null : toRecord(sql, row)
}

export const workingCampaigns = (sql: Statements): readonly CampaignRecord[] =>
  sql
    .rows<Row>(
      `${records} WHERE campaigns.state IN ('scheduled', 'running', 'draining') AND campaigns.deleted_at IS NULL
       ORDER BY campaigns.id`,
    )
    .map(row => toRecord(sql, row))

const toRecord = (sql: Statements, row: Row): CampaignRecord => ({
  id: row.id,
  name: row.name,
  state: fromStateColumns(row),
  settings: parseOnce(row.settings),
  schedule: parseOnce(row.schedule),
  businessHours: hoursOf(row),
  agentVersion: row.agent_version_id,
  trunks: trunksOf(sql, row.id),
  costMicros: row.cost_micros,
  usableNumbers: row.usable_numbers,
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

const hoursOf = (row: Row): BusinessHours | null =>
  row.hours_name === null
    ? null
    : {
        id: row.business_hours_id as BusinessHoursId,
        name: row.hours_name,
        zone: row.hours_zone,
        windows: parseOnce(row.hours_windows),
        holidays: parseOnceOrNull(row.hours_holidays),
        closedDays: parseOnce(row.hours_closed_days),
      }

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
