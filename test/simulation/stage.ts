import type { CampaignId } from '../../src-main/domain/ids.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Life } from './life.ts'
import type { Luck } from './luck.ts'
import type { Plan } from './plan.ts'
import type { World } from './world.ts'

/** What an action may touch beside the process. */
export interface Stage {
  readonly plan: Plan
  readonly luck: Luck
  readonly clock: VirtualClock
  readonly world: World
  readonly campaigns: readonly CampaignId[]
  /** How many contacts each campaign must have. */
  readonly contacts: Map<number, number>
}

/** Something that a person does, or that befalls the workspace. */
export type Act = (stage: Stage, life: Life, campaign: CampaignId) => Promise<unknown>
