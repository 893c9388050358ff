import type { KeyboardEvent } from 'react'
import { useKeys } from '../use-keys.ts'

interface GridKeys {
  readonly total: number
  /** Rows that PageUp and PageDown go. */
  readonly perPage: number
  readonly active: number
  readonly go: (index: number) => void
  readonly open: () => void
  /** Chooses or leaves a row; `extend` chooses all from the row that was chosen before. */
  readonly select: (index: number, extend: boolean) => void
  readonly selectAll: () => void
  /** Shows the active row at the side, or no longer. */
  readonly preview: (() => void) | undefined
  /** Absent where nothing is selected or shown at the side. */
  readonly clear: (() => void) | undefined
  readonly acts: Readonly<Record<string, () => void>>
}

/** Letters work wherever no field has the focus; arrows, Enter and Space belong to the grid. */
export function useGridKeys(keys: GridKeys) {
  const { total, perPage, active, go, open, select, selectAll, preview, clear, acts } = keys
  useKeys({
    ...acts,
    j: () => go(active + 1),
    k: () => go(active - 1),
    x: () => select(active, false),
    X: () => select(active, true),
    ...(clear && { Escape: clear }),
  })
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      return selectAll()
    }
    if (command && event.key !== 'Home' && event.key !== 'End') return
    const to: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + perPage,
      PageUp: active - perPage,
      Home: 0,
      End: total - 1,
    }
    const next = to[event.key]
    if (next !== undefined) {
      event.preventDefault()
      go(next)
      if (event.shiftKey) select(next, true)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      open()
    } else if (event.key === ' ' && preview) {
      event.preventDefault()
      preview()
    }
  }
}
