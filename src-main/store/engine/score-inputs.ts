import type { E164, Instant, NumberId } from '../../domain/ids.ts'
import type { RestLimits } from '../../domain/number-rest.ts'
import { type CallCell, CEILING_PER_DAY, type NumberDay } from '../../domain/spam-evidence.ts'
import type { SpamScore } from '../../domain/spam-score.ts'
import { DAY, localTime } from '../../domain/zone-clock.ts'
import type { NumberBook, WatchedNumber } from '../../engine/ports/number-book.ts'
import { fromJson, fromJsonOrNull, type Json, toJson } from '../json.ts'
import { fromStandingColumns, type StandingColumns, toStandingColumns } from '../number-standing-columns.ts'
import type { Statements } from '../sqlite-file.ts'
import type { NumbersTable } from '../tables/lines.ts'

/** What the watch over the caller IDs reads and writes, over one transaction. */
export const numberBook = (sql: Statements): NumberBook => ({
  watched: async (since, only) => watched(sql, since, only ?? null),
  callsOf: async (...asked) => readNumberDay(sql, ...asked),
  ceilingPerDay: async () => {
    const row = sql.first<{ value: string }>(`SELECT value FROM settings WHERE key = 'number_ceiling'`)
    return row === undefined ? CEILING_PER_DAY : Number(row.value)
  },
  keepEstimate: async (number, estimate, at) => {
    sql.run(
      `UPDATE numbers SET score_parts = ?, score_at = ?,
         score = ifnull(json_extract(score_set, '$.score'), ?) WHERE id = ?`,
      toJson(estimate),
      at,
      estimate.score,
      number,
    )
  },
  setStanding: async (number, standing) => {
    const columns = toStandingColumns(standing)
    sql.run(
      `UPDATE numbers SET excluded_at = ?, excluded_until = ?, excluded_by = ?, exclusion = ?, probation_at = ?,
         probation_left = ?, scored_from = max(scored_from, ifnull(?, 0)) WHERE id = ?`,
      columns.excluded_at,
      columns.excluded_until,
      columns.excluded_by,
      columns.exclusion,
      columns.probation_at,
      columns.probation_left,
      columns.probation_at,
      number,
    )
  },
})

interface WatchedRow extends StandingColumns {
  readonly id: NumberId
  readonly e164: E164
  readonly name: string
  readonly zone: string
  readonly created_at: Instant
  readonly scored_from: Instant
  readonly score_set: NumbersTable['score_set']
  readonly score_parts: Json<SpamScore> | null
  readonly used: 0 | 1
}

function watched(sql: Statements, since: string, only: NumberId | null): readonly WatchedNumber[] {
  const limits = Map.groupBy(
    sql.rows<RestLimits & { readonly number: NumberId }>(
      `SELECT used.number_id AS number, settings ->> '$.rotation.spamThreshold' AS spamThreshold,
         settings ->> '$.rotation.coolDownDays' AS coolDownDays
       FROM campaigns JOIN campaign_numbers used ON used.campaign_id = campaigns.id AND used.enabled = 1
       WHERE state IN ('scheduled', 'running', 'draining', 'paused') AND deleted_at IS NULL
         AND (? IS NULL OR used.number_id = ?)`,
      only,
      only,
    ),
    row => row.number,
  )
  return sql
    .rows<WatchedRow>(
      `SELECT id, e164, name, zone, created_at, scored_from, score_set, score_parts, excluded_at, excluded_until,
         excluded_by, exclusion, probation_at, probation_left,
         EXISTS (SELECT 1 FROM number_days WHERE number_id = numbers.id AND day >= ?) AS used
       FROM numbers WHERE ? IS NULL OR id = ? ORDER BY id`,
      since,
      only,
      only,
    )
    .map(row => ({
      id: row.id,
      e164: row.e164,
      name: row.name,
      zone: row.zone,
      addedAt: row.created_at,
      standing: fromStandingColumns(row),
      scoredFrom: row.scored_from,
      setScore: fromJsonOrNull(row.score_set)?.score ?? null,
      estimate: fromJsonOrNull(row.score_parts),
      isUsed: row.used === 1,
      limits: limits.get(row.id) ?? [],
    }))
}

interface CellRow extends Omit<CallCell, 'hour' | 'weekHour'> {
  readonly utcHour: number
  readonly zones: Json<readonly string[]>
}

const HOUR = 3_600_000

// Both are bounded by one number and one day: an index leads to these rows alone, however many calls there are.
const cellsQuery = `SELECT calls.sending_at / ${HOUR} AS utcHour, places.line, places.zones, count(*) AS calls,
    sum(answered_at IS NOT NULL) AS answered,
    sum(answered_at IS NOT NULL AND talk_ms <= 6000) AS short,
    sum(result = 'voicemail' AND answered_at - sending_at <= 3000) AS machines,
    sum(opted_out) AS optOuts, sum(sip_code IS 603) AS declined, sum(sip_code IS 607) AS unwanted,
    sum(sip_code IS 608) AS blocked
  FROM calls INDEXED BY calls_of_number CROSS JOIN places ON places.id = calls.place_id
  WHERE number_id = ? AND sending_at >= ? AND sending_at < ?
    AND calls.state = 'ended' AND result NOT IN ('invalid', 'failed', 'interrupted')
  GROUP BY utcHour, places.id`

const peopleQuery = `SELECT ifnull(sum(calls), 0) AS started, count(*) AS people, ifnull(sum(calls >= 3), 0) AS repeated
  FROM (SELECT count(*) AS calls FROM calls INDEXED BY calls_of_number
    WHERE number_id = ? AND sending_at >= ? AND sending_at < ? GROUP BY contact_id)`

/** Calls that left under a number in [from, to). */
export function readNumberDay(
  sql: Pick<Statements, 'first' | 'rows'>,
  number: NumberId,
  from: Instant,
  to: Instant,
): NumberDay {
  const people = sql.first<Omit<NumberDay, 'startsAt' | 'cells'>>(peopleQuery, number, from, to)
  const cells = sql.rows<CellRow>(cellsQuery, number, from, to)
  return {
    startsAt: from,
    started: people?.started ?? 0,
    people: people?.people ?? 0,
    repeated: people?.repeated ?? 0,
    cells: cells.map(({ utcHour, zones, ...cell }) => ({
      ...cell,
      hour: utcHour * HOUR,
      weekHour: weekHour(fromJson(zones)[0] ?? 'UTC', utcHour * HOUR),
    })),
  }
}

/** Hour of the week on the wall of a zone: 0 is Monday 0:00. The first of January 1970 was a Thursday. */
const weekHour = (zone: string, at: Instant): number =>
  Math.floor(((((localTime(zone, at) + 3 * DAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY)) / HOUR)
