import { type PointerEvent, useRef, useState } from 'react'
import type { GridColumn } from './grid-column.ts'
import { droppedAt } from './layout.ts'
import { changeLayout } from './use-layout.ts'

/** Less is a press that shook. */
const leastPx = 5

interface Drop {
  readonly dragged: string
  readonly over: string
  readonly side: 'before' | 'after'
}

/** Pulled by its head, a column goes where the line shows; outside the head it stays where it was. */
export function useColumnDrag(table: string, columns: readonly GridColumn<never>[]) {
  const from = useRef<{ readonly id: string; readonly x: number }>(undefined)
  const wasPulled = useRef(false)
  const [dragged, setDragged] = useState<string>()
  const [drop, setDrop] = useState<Drop>()
  const end = () => {
    from.current = undefined
    setDragged(undefined)
    setDrop(undefined)
  }
  const handlers = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasPulled.current = false
      const isEdge = event.target instanceof Element && event.target.closest('[data-edge]') !== null
      if (event.button === 0 && !isEdge) from.current = { id, x: event.clientX }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = from.current
      if (start?.id !== id) return
      if (dragged === undefined) {
        if (Math.abs(event.clientX - start.x) < leastPx) return
        wasPulled.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(id)
      }
      setDrop(dropUnder(event, id))
    },
    onPointerUp: () => {
      if (drop) {
        const { over, side } = drop
        changeLayout(table, layout => droppedAt(layout, columns, id, over, side))
      }
      end()
    },
    onPointerCancel: end,
    onLostPointerCapture: end,
    // The press that ends a pull sorts nothing.
    onClickCapture: (event: { stopPropagation: () => void }) => {
      if (wasPulled.current) event.stopPropagation()
    },
  })
  return {
    dragged,
    before: drop?.side === 'before' ? drop.over : undefined,
    after: drop?.side === 'after' ? drop.over : undefined,
    handlers,
  }
}

function dropUnder({ clientX, clientY }: PointerEvent<HTMLElement>, dragged: string): Drop | undefined {
  const cell = document
    .elementsFromPoint(clientX, clientY)
    .map(element => element.closest<HTMLElement>('[data-column]'))
    .find(found => found !== null)
  const over = cell?.dataset.column
  if (!cell || over === undefined || over === dragged) return undefined
  const { left, width } = cell.getBoundingClientRect()
  return { dragged, over, side: clientX < left + width / 2 ? 'before' : 'after' }
}
