import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { ComposedApi } from '../make/api.ts'
import type { Luck } from '../simulation/luck.ts'
import type { Told } from './acts.ts'
import type { RawRows } from './raw-rows.ts'

export interface Compared {
  readonly api: ComposedApi
  readonly luck: Luck
  readonly clock: VirtualClock
  readonly dataDir: string
  readonly told: Told
  readonly rows: RawRows
}

export const shownCampaigns = ({ rows }: Compared) =>
  rows.campaigns.filter(({ deletedAt }) => deletedAt === null)
