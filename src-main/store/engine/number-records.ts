import type { CampaignId, E164, Instant, NumberId, TrunkId } from '../../domain/ids.ts'
import type { PoolNumber } from '../../domain/rotation.ts'
import { DAY, dateOf, localDay } from '../../domain/zone-clock.ts'
import { fromJson, type Json } from '../json.ts'
import { fromStandingColumns, type StandingColumns } from '../number-standing-columns.ts'
import type { SqlValue, Statements } from '../sqlite-file.ts'
import { shownOnItsTrunks } from './shown-on.ts'

export interface PoolRow extends StandingColumns {
  readonly id: NumberId
  readonly e164: E164
  readonly country: string | null
  readonly area: string
  readonly zone: string
  readonly enabled: 0 | 1
  readonly trunk_id: TrunkId | null
  readonly on_trunk: 0 | 1
  readonly position: number
  readonly weight: number
  readonly last_call_id: number
  readonly score: number
  readonly reserved: number
  /** Calls by UTC date, of yesterday, today and tomorrow: wherever its zone is, today is one of them. */
  readonly days: Json<Readonly<Record<string, number>>>
}

/** All caller IDs of a campaign with today's calls, those that are off among them; one row each, by keys alone. */
export const poolQuery = `SELECT numbers.id, e164, country, area, zone, score,
    numbers.enabled AND used.enabled AS enabled, numbers.trunk_id, ${shownOnItsTrunks} AS on_trunk, position, weight, last_call_id,
    excluded_at, excluded_until, excluded_by, exclusion, probation_at, probation_left,
    (SELECT json_group_object(day, calls) FROM number_days WHERE number_id = numbers.id AND day BETWEEN ? AND ?) AS days,
    (SELECT count(*) FROM calls WHERE number_id = numbers.id AND sending_at IS NULL AND state = 'reserved') AS reserved
  FROM campaigns JOIN campaign_numbers used ON used.campaign_id = campaigns.id
    JOIN numbers ON numbers.id = used.number_id
  WHERE campaigns.id = ? ORDER BY position`

export function poolValues(campaign: CampaignId, now: Instant): readonly SqlValue[] {
  const utc = Math.floor(now / DAY)
  return [dateOf(utc - 1), dateOf(utc + 1), campaign]
}

export function toPoolNumber(row: PoolRow, now: Instant): PoolNumber {
  const { id, e164, country, area, zone, score, weight, position, reserved } = row
  const started = fromJson(row.days)[dateOf(localDay(zone, now))] ?? 0
  const standing = fromStandingColumns(row)
  return {
    id,
    e164,
    country,
    area,
    zone,
    score,
    weight,
    position,
    enabled: row.enabled === 1,
    boundTo: row.trunk_id,
    onTrunk: row.on_trunk === 1,
    callsToday: started + reserved,
    standing: standing.is === 'probation' ? { ...standing, left: standing.left - reserved } : standing,
    lastCallId: row.last_call_id,
  }
}

/** What `chooseNumber` chooses from. */
export const pool = (sql: Statements, campaign: CampaignId, now: Instant): readonly PoolNumber[] =>
  sql.rows<PoolRow>(poolQuery, ...poolValues(campaign, now)).map(row => toPoolNumber(row, now))

/** A call leaves under this number: to be counted in the transaction that marks it as `sending`. */
export function countStart(sql: Statements, number: NumberId, at: Instant): void {
  sql.run(
    `INSERT INTO number_days (number_id, day, calls) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET calls = calls + 1`,
    number,
    dayOf(sql, number, at),
  )
  sql.run(
    'UPDATE numbers SET probation_left = probation_left - 1 WHERE id = ? AND probation_left > 0',
    number,
  )
}

/** A call was picked up: to be counted when it is settled, for the day on which it left. */
export function countAnswer(sql: Statements, number: NumberId, sentAt: Instant): void {
  sql.run(
    'UPDATE number_days SET answered = answered + 1 WHERE number_id = ? AND day = ?',
    number,
    dayOf(sql, number, sentAt),
  )
}

function dayOf(sql: Statements, number: NumberId, at: Instant): string {
  const zone = sql.first<{ zone: string }>('SELECT zone FROM numbers WHERE id = ?', number)?.zone ?? 'UTC'
  return dateOf(localDay(zone, at))
}
