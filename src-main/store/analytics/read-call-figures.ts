import { type BestHours, bestHours, type HourCalls } from '../../domain/analytics/best-hours.ts'
import { type Measured, measure, measureBy, type PaidCalls } from '../../domain/analytics/measure.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { Instant, NumberId, PlaceId, TrunkId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import { type CallScope, cellsOf } from './call-scope.ts'
import { stepsOf } from './steps-of.ts'

export interface ScopeInZone {
  readonly scope: CallScope
  /** The campaign's. */
  readonly zone: string
}

/** Days of the line, or weeks by their first day. */
export interface TrendPoint {
  /** `2026-11-26` */
  readonly date: string
  readonly measured: Measured
}

/** Calls that share something: rows of one table. */
export interface Group<K> {
  readonly key: K
  readonly measured: Measured
}

export interface CallFigures {
  readonly total: Measured
  readonly trend: { readonly days: 1 | 7; readonly points: readonly TrendPoint[] }
  readonly best: { readonly campaign: BestHours; readonly contact: BestHours }
  readonly attempts: readonly Group<number>[]
  readonly numbers: readonly Group<NumberKey>[]
  readonly trunks: readonly Group<NamedKey>[]
  readonly versions: readonly Group<VersionKey>[]
  /** Every zone in which the called lines may stand. */
  readonly zones: readonly Group<readonly string[]>[]
}

interface NamedKey {
  readonly id: number
  readonly name: string
}
interface NumberKey {
  readonly id: NumberId
  readonly e164: string
  readonly country: string | null
  readonly score: number
}
interface VersionKey extends NamedKey {
  readonly version: number
}

/** What came of the calls: in all, over time, by hour, and by what they have in common. */
export function readCallFigures({ statements }: ReadOnlyFile, { scope, zone }: ScopeInZone): CallFigures {
  const { sql, values } = cellsOf(scope)
  const byHour = statements.rows<HourRow>(
    `SELECT hour, place_id AS place, result, ${sums} FROM ${sql} GROUP BY hour, place_id, result`,
    ...values,
  )
  const byLine = statements.rows<LineRow>(
    `SELECT number_id AS number, trunk_id AS trunk, agent_version_id AS version, attempt, result, ${sums} FROM ${sql}
     GROUP BY number_id, trunk_id, agent_version_id, attempt, result`,
    ...values,
  )
  const steps = stepsOf(statements, scope, zone)
  const zonesOf = placeZones(statements)
  const hours = callsByHour(byHour, zonesOf)
  const named = <K>(keyOf: (row: LineRow) => number, sqlOfKey: string) =>
    groups(measureBy(byLine, keyOf), id => statements.first<K>(sqlOfKey, id))
  return {
    total: measure(byHour),
    trend: {
      days: steps?.days ?? 1,
      points: steps
        ? [...measureBy(byHour, ({ hour }) => steps.of(hour))]
            .sort(([a], [b]) => a - b)
            .map(([step, measured]) => ({ date: steps.dateOf(step), measured }))
        : [],
    },
    best: { campaign: bestHours(hours, zone), contact: bestHours(hours, null) },
    attempts: groups(
      measureBy(byLine, row => row.attempt),
      attempt => attempt,
    ).toSorted((a, b) => a.key - b.key),
    numbers: named<NumberKey>(row => row.number, 'SELECT id, e164, country, score FROM numbers WHERE id = ?'),
    trunks: named<NamedKey>(row => row.trunk, 'SELECT id, name FROM trunks WHERE id = ?'),
    versions: named<VersionKey>(
      row => row.version,
      `SELECT agent_versions.id, agents.name, version FROM agent_versions JOIN agents ON agents.id = agent_id
       WHERE agent_versions.id = ?`,
    ),
    zones: groups(
      measureBy(byHour, ({ place }) => zonesOf(place).join('|')),
      key => key.split('|'),
    ),
  }
}

interface HourRow extends PaidCalls {
  readonly hour: Instant
  readonly place: PlaceId
}

interface LineRow extends PaidCalls {
  readonly number: NumberId
  readonly trunk: TrunkId
  readonly version: number
  readonly attempt: number
}

const sums = `sum(calls) AS calls, sum(answered) AS answered, sum(talk_ms) AS talkMs, sum(achieved) AS achieved,
  sum(opt_outs) AS optOuts, sum(cost_micros) AS costMicros`

const human: CallResult = 'answered'

/** Most calls first. */
const groups = <K, L>(measured: ReadonlyMap<K, Measured>, keyOf: (key: K) => L | undefined): Group<L>[] =>
  [...measured]
    .flatMap(([found, figures]) => {
      const key = keyOf(found)
      return key === undefined ? [] : [{ key, measured: figures }]
    })
    .sort((a, b) => b.measured.ended - a.measured.ended)

/** One entry for each hour and place, over all results. */
function callsByHour(rows: readonly HourRow[], zonesOf: (place: PlaceId) => readonly string[]): HourCalls[] {
  const hours: (HourCalls & { calls: number; human: number })[] = []
  let before: HourRow | null = null
  for (const row of rows) {
    const answered = row.result === human ? row.calls : 0
    const last = hours.at(-1)
    if (last && before?.hour === row.hour && before.place === row.place) {
      last.calls += row.calls
      last.human += answered
    } else hours.push({ hour: row.hour, zones: zonesOf(row.place), calls: row.calls, human: answered })
    before = row
  }
  return hours
}

function placeZones(statements: ReadOnlyFile['statements']): (place: PlaceId) => readonly string[] {
  const known = new Map<PlaceId, readonly string[]>()
  return place => {
    const before = known.get(place)
    if (before) return before
    const row = statements.first<{ zones: string }>('SELECT zones FROM places WHERE id = ?', place)
    const zones = JSON.parse(row?.zones ?? '[]') as readonly string[]
    known.set(place, zones)
    return zones
  }
}
