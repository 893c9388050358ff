import { addTo, type Tally, tallyOf } from '../../domain/analytics/tally.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { Instant, PlaceId } from '../../domain/ids.ts'
import { callsOf, hourOfCall } from './call-scope.ts'
import type { ReadTallies } from './call-tallies.ts'
import { createHourCounts } from './hour-counts.ts'
import { placeZones } from './place-zones.ts'

/** Call by call, contact after contact: for what the sums that are kept cannot tell. */
export const countedTallies: ReadTallies = (file, scope, steps) => {
  const zonesOf = placeZones(file.statements)
  const total = new Map<'all', Tally>()
  const bySteps = new Map<number, Tally>()
  const attempts = new Map<number, Tally>()
  const numbers = new Map<number, Tally>()
  const trunks = new Map<number, Tally>()
  const versions = new Map<number, Tally>()
  const zones = new Map<string, Tally>()
  const hours = createHourCounts()
  const { sql, values } = callsOf(scope)
  for (const call of file.each(`SELECT ${columns} ${sql}`, values)) {
    const [hour, place, result, number, trunk, version, attempt] = call as unknown as Call
    const where = zonesOf(place)
    hours.add(hour, where.all, result, 1)
    addTo(tallyOf(total, 'all'), result, call, COUNTS)
    if (steps !== null) addTo(tallyOf(bySteps, steps.of(hour)), result, call, COUNTS)
    addTo(tallyOf(attempts, attempt), result, call, COUNTS)
    addTo(tallyOf(numbers, number), result, call, COUNTS)
    addTo(tallyOf(trunks, trunk), result, call, COUNTS)
    addTo(tallyOf(versions, version), result, call, COUNTS)
    addTo(tallyOf(zones, where.key), result, call, COUNTS)
  }
  return {
    total: tallyOf(total, 'all'),
    steps: bySteps,
    attempts,
    numbers,
    trunks,
    versions,
    zones,
    hours: hours.list(),
  }
}

const columns = `${hourOfCall}, place_id, result, number_id, trunk_id, agent_version_id, attempt, 1,
  answered_at IS NOT NULL, ifnull(talk_ms, 0), goal IS 'achieved', opted_out, cost_micros`

type Call = readonly [
  hour: Instant,
  place: PlaceId,
  result: CallResult,
  number: number,
  trunk: number,
  version: number,
  attempt: number,
]
/** Where the counts begin in a call, in the order of a tally. */
const COUNTS = 7
