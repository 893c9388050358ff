import { holdText } from '../domain/hold-text.ts'
import type { Hold } from '../domain/holds/hold.ts'
import type { CampaignId } from '../domain/ids.ts'
import type { Engine } from '../engine/create-engine.ts'

export interface ShownHold {
  readonly reason: Hold['is']
  readonly text: string
  readonly until: number | null
}

/** What holds a campaign back, for the page: a workspace that cannot be written comes before everything else. */
export function shownHolds(engine: Engine, campaign: CampaignId): readonly ShownHold[] {
  const problem = engine.problem()
  const holds = engine.holds(campaign).filter(hold => hold.is !== 'store')
  const all: readonly Hold[] =
    problem === null ? holds : [{ is: 'store', why: problem.message, until: null }, ...holds]
  return all.map(hold => ({ reason: hold.is, text: holdText(hold), until: hold.until }))
}
