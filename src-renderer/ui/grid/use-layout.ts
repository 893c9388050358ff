import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { asProposed, type GridLayout } from './layout.ts'

interface Layouts {
  readonly of: Readonly<Record<string, GridLayout>>
}

const useLayouts = create(persist<Layouts>(() => ({ of: {} }), { name: 'trunkline-grids' }))

/** Each table remembers its columns under its own name. */
export const useLayout = (table: string) => useLayouts(({ of }) => of[table] ?? asProposed)

export const changeLayout = (table: string, change: (layout: GridLayout) => GridLayout) =>
  useLayouts.setState(({ of }) => ({ of: { ...of, [table]: change(of[table] ?? asProposed) } }))
