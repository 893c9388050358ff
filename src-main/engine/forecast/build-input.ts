import type { E164 } from '../../domain/ids.ts'
import type { EngineRules } from '../engine-rules.ts'
import { buildList } from './build-list.ts'
import { buildPlaces } from './build-places.ts'
import type { ForecastInput, People } from './forecast-input.ts'
import type { ForecastRows } from './forecast-rows.ts'
import { peopleFrom } from './people-from.ts'

export interface BuildOptions {
  readonly rules: EngineRules
  /** Of everybody, as practice people's is; left out, it is looked up. */
  readonly consentOnFile?: boolean
  /** Plays practice people; left out, people are as the history says, or as is assumed. */
  readonly practice?: (numbers: readonly E164[]) => Extract<People, { from: 'practice' }>
}

/** Everything that the runs of a campaign need to know, from what was read. */
export function buildInput(
  rows: ForecastRows,
  { rules, practice, consentOnFile = false }: BuildOptions,
): ForecastInput {
  const { campaign, at, caps, pool, recentStarts } = rows
  const { trunk } = campaign
  const places = buildPlaces(rows, rules, consentOnFile)
  const { list, numbers } = buildList(rows, places, practice !== undefined)
  return {
    campaign: campaign.id,
    name: campaign.name,
    at,
    settings: campaign.settings,
    schedule: campaign.schedule,
    caps,
    trunk: {
      maxCalls: trunk?.settings.maxCalls ?? caps.concurrentCalls,
      callsPerSecond: trunk?.settings.callsPerSecond ?? caps.callsPerSecond,
    },
    rates: campaign.rates,
    balanceMicros: campaign.balanceMicros,
    spentMicros: campaign.costMicros,
    longestCallMs: rows.maxCallSeconds * 1000,
    lastStartAt: campaign.lastStartAt,
    recentStarts,
    pool,
    places: places.list(),
    list,
    people: practice === undefined ? peopleFrom(rows) : practice(numbers),
  }
}
