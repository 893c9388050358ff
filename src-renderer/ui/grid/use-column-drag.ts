import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { GridColumn } from './grid-column.ts'
import { droppedAt } from './layout.ts'
import { changeLayout } from './use-layout.ts'

/** Less is a press that shook. */
const leastPx = 5

interface Drop {
  readonly over: string
  readonly side: 'before' | 'after'
}

/** Pulled by its head, a column goes where the line shows; outside the heads, or after Escape, it stays where it was. */
export function useColumnDrag(table: string, columns: readonly GridColumn<never>[]) {
  const [dragged, setDragged] = useState<string>()
  const [drop, setDrop] = useState<Drop>()
  const pull = useRef<AbortController>(undefined)
  const wasPulled = useRef(false)
  useEffect(() => () => pull.current?.abort(), [])

  const begin = (id: string, from: number) => {
    pull.current?.abort()
    const listening = new AbortController()
    pull.current = listening
    wasPulled.current = false
    let at: Drop | undefined
    const end = () => {
      listening.abort()
      setDragged(undefined)
      setDrop(undefined)
    }
    // The pointer leaves the head at once when it is quick: the window hears all of its way.
    const { signal } = listening
    const onMove = (event: globalThis.PointerEvent) => {
      if (!wasPulled.current && Math.abs(event.clientX - from) < leastPx) return
      wasPulled.current = true
      at = dropUnder(event, id)
      setDragged(id)
      setDrop(at)
    }
    const onUp = () => {
      if (at) {
        const { over, side } = at
        changeLayout(table, layout => droppedAt(layout, columns, id, over, side))
      }
      end()
    }
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointerup', onUp, { signal })
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', event => event.key === 'Escape' && end(), { signal })
  }
  return {
    dragged,
    before: drop?.side === 'before' ? drop.over : undefined,
    after: drop?.side === 'after' ? drop.over : undefined,
    handlers: (id: string) => ({
      onPointerDown: ({ button, target, clientX }: PointerEvent) => {
        const isEdge = target instanceof Element && target.closest('[data-edge]') !== null
        if (button === 0 && !isEdge) begin(id, clientX)
      },
      // The press that ends a pull sorts nothing.
      onClickCapture: (event: MouseEvent) => wasPulled.current && event.stopPropagation(),
    }),
  }
}

function dropUnder({ clientX, clientY }: globalThis.PointerEvent, dragged: string): Drop | undefined {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-column]')
  const over = cell?.dataset.column
  if (!cell || over === undefined || over === dragged) return undefined
  const { left, width } = cell.getBoundingClientRect()
  return { over, side: clientX < left + width / 2 ? 'before' : 'after' }
}
