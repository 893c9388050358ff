import type { ReactNode } from 'react'
import classes from './chart.module.css'
import { useWidth } from './use-width.ts'

interface DrawingProps {
  /** One line that says what the picture shows. */
  readonly summary: string
  readonly height: number
  readonly children: (width: number) => ReactNode
}

/** The ground of every chart: a picture with a name, as wide as its panel. */
export function Drawing({ summary, height, children }: DrawingProps) {
  const [element, width] = useWidth()
  return (
    <div ref={element} className={classes.drawing} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary}>
          {children(width)}
        </svg>
      )}
    </div>
  )
}
