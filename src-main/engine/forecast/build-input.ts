import type { WorkspaceCaps } from '../../domain/campaign.ts'
import type { E164, TrunkId } from '../../domain/ids.ts'
import type { EngineRules } from '../engine-rules.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import { buildList } from './build-list.ts'
import { buildPlaces } from './build-places.ts'
import type { ForecastInput, ForecastTrunk, People } from './forecast-input.ts'
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
  const places = buildPlaces(rows, rules, consentOnFile)
  const { list, numbers } = buildList(rows, places, practice !== undefined)
  return {
    campaign: campaign.id,
    name: campaign.name,
    at,
    settings: campaign.settings,
    schedule: campaign.schedule,
    caps,
    trunks: trunksOf(campaign, caps),
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

/** Without any trunk yet it is forecast as if one carried all that the workspace allows. */
function trunksOf({ trunks }: CampaignRecord, caps: WorkspaceCaps): readonly ForecastTrunk[] {
  if (trunks.length === 0)
    return [{ ...anyTrunk, maxCalls: caps.concurrentCalls, callsPerSecond: caps.callsPerSecond }]
  return trunks.map(({ settings: { maxCalls, callsPerSecond }, ...trunk }) => ({
    ...trunk,
    maxCalls,
    callsPerSecond,
  }))
}

const anyTrunk = {
  id: 0 as TrunkId,
  name: '',
  rates: null,
  balanceMicros: null,
  isPractice: false,
} as const satisfies Partial<ForecastTrunk>
