import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Density = 'normal' | 'compact'

/** How closely rows and panels stand, on this computer; `theme/tokens.css` has the figures. */
export const useDensity = create(
  persist<{ density: Density; choose: (density: Density) => void }>(
    set => ({ density: 'normal', choose: density => set({ density }) }),
    { name: 'trunkline-density' },
  ),
)

const show = ({ density }: { density: Density }) => {
  document.documentElement.dataset.density = density
}
show(useDensity.getState())
useDensity.subscribe(show)

const compactShare = 0.8
/** A click target needs so much. */
const leastHeight = 24

/** Height of a row that is so high normally, in px. */
export const useRowHeight = (height: number): number =>
  useDensity(({ density }) =>
    density === 'compact' ? Math.max(leastHeight, Math.round(height * compactShare)) : height,
  )
