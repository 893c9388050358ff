import type { HourCalls } from '../../domain/analytics/best-hours.ts'
import { addTo, type Tally, tallyOf } from '../../domain/analytics/tally.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { Instant, PlaceId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import type { CallSumKind } from '../tables/calls.ts'
import { type CallScope, sumsOf } from './call-scope.ts'
import type { CallTallies, ReadTallies } from './call-tallies.ts'
import { placeZones, type ZonesOfPlace } from './place-zones.ts'

type Groups = Pick<CallTallies, 'attempts' | 'numbers' | 'zones'>

/** From the sums that are kept: hour by hour where time counts, added up by the database elsewhere. */
export const keptTallies: ReadTallies = (file, scope, steps) => {
  const total = new Map<'all', Tally>()
  const bySteps = new Map<number, Tally>()
  const trunks = new Map<number, Tally>()
  const versions = new Map<number, Tally>()
  const { sql, values } = sumsOf(scope, 'trunk')
  for (const row of file.each(`SELECT key, agent_version_id, result, hour, ${counts} FROM ${sql}`, values)) {
    const [trunk, version, result, hour] = row as unknown as TrunkRow
    addTo(tallyOf(total, 'all'), result, row, 4)
    if (steps !== null) addTo(tallyOf(bySteps, steps.of(hour)), result, row, 4)
    addTo(tallyOf(trunks, trunk), result, row, 4)
    addTo(tallyOf(versions, version), result, row, 4)
  }
  const zonesOf = placeZones(file.statements)
  return {
    total: tallyOf(total, 'all'),
    steps: bySteps,
    trunks,
    versions,
    ...groupsOf(file, scope, zonesOf),
    hours: hoursOf(file, scope, zonesOf),
  }
}

const counts = 'calls, answered, talk_ms, achieved, opt_outs, cost_micros'
const summed = 'sum(calls), sum(answered), sum(talk_ms), sum(achieved), sum(opt_outs), sum(cost_micros)'

type TrunkRow = readonly [trunk: number, version: number, result: CallResult, hour: Instant]

function groupsOf(file: ReadOnlyFile, scope: CallScope, zonesOf: (place: PlaceId) => ZonesOfPlace): Groups {
  const by = <K>(kind: CallSumKind, keyOf: (key: number) => K): ReadonlyMap<K, Tally> => {
    const tallies = new Map<K, Tally>()
    const { sql, values } = sumsOf(scope, kind)
    // In the order of the table: no row has to be sorted.
    const rows = file.each(
      `SELECT key, result, ${summed} FROM ${sql} GROUP BY key, agent_version_id, result`,
      values,
    )
    for (const row of rows) addTo(tallyOf(tallies, keyOf(row[0] as number)), row[1] as CallResult, row, 2)
    return tallies
  }
  return {
    attempts: by('attempt', attempt => attempt),
    numbers: by('number', number => number),
    zones: by('place', place => zonesOf(place as PlaceId).key),
  }
}

function hoursOf(
  file: ReadOnlyFile,
  scope: CallScope,
  zonesOf: (place: PlaceId) => ZonesOfPlace,
): readonly HourCalls[] {
  const { sql, values } = sumsOf(scope, 'place')
  const rows = file.each(
    `SELECT key, hour, sum(calls), sum(iif(result = 'answered', calls, 0)) FROM ${sql} GROUP BY key, hour`,
    values,
  )
  return Array.from(rows, ([place, hour, calls, people]) => ({
    hour: hour as Instant,
    zones: zonesOf(place as PlaceId).all,
    calls: calls as number,
    human: people as number,
  }))
}
