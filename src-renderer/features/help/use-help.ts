import { create } from 'zustand'

interface Help {
  readonly isOpen: boolean
  /** `undefined`: the list of all. */
  readonly article: string | undefined
  readonly show: (article: string | undefined) => void
  readonly close: () => void
}

/** The help beside the page, which keys, the palette and buttons open alike. */
export const useHelp = create<Help>(set => ({
  isOpen: false,
  article: undefined,
  show: article => set({ isOpen: true, article }),
  close: () => set({ isOpen: false }),
}))
