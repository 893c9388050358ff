import { type KeyboardEvent, useState } from 'react'

const step = 16

interface HeadActs {
  readonly move: (id: string, step: -1 | 1) => void
  /** To a width in px; `undefined`: the proposed one. */
  readonly widen: (id: string, width: number | undefined) => void
}

/**
 * One stop of the Tab key for all heads. Left and right go from head to head, with Ctrl they move the column, with
 * Shift they make it narrower or wider; Shift Backspace gives it its proposed width.
 */
export function useHeadKeys(columns: readonly { readonly id: string }[], { move, widen }: HeadActs) {
  const [visited, setVisited] = useState<string>()
  const stop = columns.some(({ id }) => id === visited) ? visited : columns[0]?.id
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const head = event.target instanceof HTMLElement ? event.target.closest('[data-head]') : null
    const cell = head?.closest<HTMLElement>('[data-column]')
    const id = cell?.dataset.column
    if (!cell || id === undefined || event.altKey) return
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined
    const proposed = event.key === 'Backspace' && event.shiftKey
    if (way === undefined && !proposed) return
    event.preventDefault()
    event.stopPropagation()
    if (way === undefined) widen(id, undefined)
    else if (event.ctrlKey || event.metaKey) move(id, way)
    else if (event.shiftKey) widen(id, cell.offsetWidth + way * step)
    else {
      const next = columns[columns.findIndex(column => column.id === id) + way]?.id
      const row = event.currentTarget
      if (next === undefined) return
      setVisited(next)
      row.querySelector<HTMLElement>(`[data-column="${CSS.escape(next)}"] [data-head]`)?.focus()
    }
  }
  return { onKeyDown, inTabOrder: (id: string) => id === stop }
}
