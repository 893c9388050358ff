import { type PointerEvent, useRef, useState } from 'react'
import classes from './Grid.module.css'

/** The right edge of a column's head: pulled, it sets the width; pressed twice, it goes back. Keys have the menu of columns. */
export function ColumnEdge({ onWidth }: { onWidth: (width: number | undefined) => void }) {
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined)
  const [pulled, setPulled] = useState(false)
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const width = event.currentTarget.parentElement?.offsetWidth
    if (width === undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
    setPulled(true)
  }
  const end = () => {
    from.current = undefined
    setPulled(false)
  }
  return (
    <div
      className={classes.edge}
      aria-hidden="true"
      data-edge
      data-pulled={pulled || undefined}
      onPointerDown={begin}
      onPointerMove={({ clientX }) => from.current && onWidth(from.current.width + clientX - from.current.x)}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onWidth(undefined)}
    />
  )
}
