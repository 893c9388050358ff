import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { CampaignFilter } from './filter.ts'

type Remembered = Omit<CampaignFilter, 'search'>

const useRemembered = create(
  persist<{ readonly filter: Remembered }>(() => ({ filter: {} }), { name: 'trunkline-campaign-list' }),
)

/** Status and order as they were chosen last; words are not kept, since they would hide what is looked for later. */
export const rememberedFilter = (): Remembered => useRemembered.getState().filter

export function rememberFilter({ search: _, ...filter }: CampaignFilter): void {
  useRemembered.setState({ filter })
}
