import { type BestHours, bestHours } from '../../domain/analytics/best-hours.ts'
import type { Measured } from '../../domain/analytics/measure.ts'
import { measureTally, type Tally } from '../../domain/analytics/tally.ts'
import type { NumberId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import { type CallScope, hasSums } from './call-scope.ts'
import { countedTallies } from './counted-tallies.ts'
import { keptTallies } from './kept-tallies.ts'
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
export function readCallFigures(file: ReadOnlyFile, { scope, zone }: ScopeInZone): CallFigures {
  const { statements } = file
  const steps = stepsOf(statements, scope, zone)
  const read = hasSums(scope) ? keptTallies : countedTallies
  const {
    total,
    steps: bySteps,
    attempts,
    numbers,
    trunks,
    versions,
    zones,
    hours,
  } = read(file, scope, steps)
  const named = <K>(tallies: ReadonlyMap<number, Tally>, sqlOfKey: string) =>
    groups(tallies, id => statements.first<K>(sqlOfKey, id))
  return {
    total: measureTally(total),
    trend: {
      days: steps?.days ?? 1,
      points: steps
        ? [...bySteps]
            .sort(([a], [b]) => a - b)
            .map(([at, tally]) => ({ date: steps.dateOf(at), measured: measureTally(tally) }))
        : [],
    },
    best: { campaign: bestHours(hours, zone), contact: bestHours(hours, null) },
    attempts: groups(attempts, attempt => attempt).toSorted((a, b) => a.key - b.key),
    numbers: named<NumberKey>(numbers, 'SELECT id, e164, country, score FROM numbers WHERE id = ?'),
    trunks: named<NamedKey>(trunks, 'SELECT id, name FROM trunks WHERE id = ?'),
    versions: named<VersionKey>(
      versions,
      `SELECT agent_versions.id, agents.name, version FROM agent_versions JOIN agents ON agents.id = agent_id
       WHERE agent_versions.id = ?`,
    ),
    zones: groups(zones, key => key.split('|')),
  }
}

/** Most calls first; what was deleted since is left out. */
const groups = <K, L>(tallies: ReadonlyMap<K, Tally>, keyOf: (key: K) => L | undefined): Group<L>[] =>
  [...tallies]
    .flatMap(([found, tally]) => {
      const key = keyOf(found)
      return key === undefined ? [] : [{ key, measured: measureTally(tally) }]
    })
    .sort((a, b) => b.measured.ended - a.measured.ended)
