import { type BestHours, bestHours, type HourCalls } from '../../domain/analytics/best-hours.ts'
import type { Measured } from '../../domain/analytics/measure.ts'
import { addTo, measureTally, type Tally, tallyOf } from '../../domain/analytics/tally.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { Instant, NumberId, PlaceId } from '../../domain/ids.ts'
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

/** What came of the calls: in all, over time, by hour, and by what they have in common. One walk over their cells. */
export function readCallFigures(file: ReadOnlyFile, { scope, zone }: ScopeInZone): CallFigures {
  const { statements } = file
  const { sql, values } = cellsOf(scope)
  const steps = stepsOf(statements, scope, zone)
  const zonesOf = placeZones(statements)
  const total = new Map<'all', Tally>()
  const byStep = new Map<number, Tally>()
  const byAttempt = new Map<number, Tally>()
  const byNumber = new Map<number, Tally>()
  const byTrunk = new Map<number, Tally>()
  const byVersion = new Map<number, Tally>()
  const byZones = new Map<string, Tally>()
  const hours: CountedHour[] = []
  let last = null as CountedHour | null
  let step = 0
  for (const cell of file.each(`SELECT ${cellColumns} FROM ${sql}`, values)) {
    const [hour, place, result, number, trunk, version, attempt, calls] = cell as unknown as Cell
    const zones = zonesOf(place)
    if (steps !== null && last?.hour !== hour) step = steps.of(hour)
    if (last === null || last.hour !== hour || last.zones !== zones.all) {
      last = { hour, zones: zones.all, calls: 0, human: 0 }
      hours.push(last)
    }
    last.calls += calls
    if (result === human) last.human += calls
    addTo(tallyOf(total, 'all'), result, cell, COUNTS)
    addTo(tallyOf(byStep, step), result, cell, COUNTS)
    addTo(tallyOf(byAttempt, attempt), result, cell, COUNTS)
    addTo(tallyOf(byNumber, number), result, cell, COUNTS)
    addTo(tallyOf(byTrunk, trunk), result, cell, COUNTS)
    addTo(tallyOf(byVersion, version), result, cell, COUNTS)
    addTo(tallyOf(byZones, zones.key), result, cell, COUNTS)
  }
  const named = <K>(tallies: ReadonlyMap<number, Tally>, sqlOfKey: string) =>
    groups(tallies, id => statements.first<K>(sqlOfKey, id))
  return {
    total: measureTally(tallyOf(total, 'all')),
    trend: {
      days: steps?.days ?? 1,
      points: steps
        ? [...byStep]
            .sort(([a], [b]) => a - b)
            .map(([at, tally]) => ({ date: steps.dateOf(at), measured: measureTally(tally) }))
        : [],
    },
    best: { campaign: bestHours(hours, zone), contact: bestHours(hours, null) },
    attempts: groups(byAttempt, attempt => attempt).toSorted((a, b) => a.key - b.key),
    numbers: named<NumberKey>(byNumber, 'SELECT id, e164, country, score FROM numbers WHERE id = ?'),
    trunks: named<NamedKey>(byTrunk, 'SELECT id, name FROM trunks WHERE id = ?'),
    versions: named<VersionKey>(
      byVersion,
      `SELECT agent_versions.id, agents.name, version FROM agent_versions JOIN agents ON agents.id = agent_id
       WHERE agent_versions.id = ?`,
    ),
    zones: groups(byZones, key => key.split('|')),
  }
}

const cellColumns = `hour, place_id, result, number_id, trunk_id, agent_version_id, attempt, calls, answered, talk_ms,
  achieved, opt_outs, cost_micros`

type Cell = readonly [
  hour: Instant,
  place: PlaceId,
  result: CallResult,
  number: number,
  trunk: number,
  version: number,
  attempt: number,
  calls: number,
]
/** Where the counts begin in a cell, in the order of a tally. */
const COUNTS = 7

interface CountedHour extends HourCalls {
  calls: number
  human: number
}

const human: CallResult = 'answered'

/** Most calls first; what was deleted since is left out. */
const groups = <K, L>(tallies: ReadonlyMap<K, Tally>, keyOf: (key: K) => L | undefined): Group<L>[] =>
  [...tallies]
    .flatMap(([found, tally]) => {
      const key = keyOf(found)
      return key === undefined ? [] : [{ key, measured: measureTally(tally) }]
    })
    .sort((a, b) => b.measured.ended - a.measured.ended)

interface Zones {
  readonly key: string
  /** The same array for the same zones. */
  readonly all: readonly string[]
}

function placeZones(statements: ReadOnlyFile['statements']): (place: PlaceId) => Zones {
  const known = new Map<PlaceId, Zones>()
  const byKey = new Map<string, Zones>()
  return place => {
    const before = known.get(place)
    if (before) return before
    const row = statements.first<{ zones: string }>('SELECT zones FROM places WHERE id = ?', place)
    const all = JSON.parse(row?.zones ?? '[]') as readonly string[]
    const key = all.join('|')
    const zones = byKey.get(key) ?? { key, all }
    byKey.set(key, zones)
    known.set(place, zones)
    return zones
  }
}
