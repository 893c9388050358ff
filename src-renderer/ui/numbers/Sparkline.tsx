import { memo } from 'react'
import classes from './Sparkline.module.css'

const width = 56
const height = 18

/** Shares 0–1, oldest first; days without calls leave a gap in the line. */
export const Sparkline = memo(function Sparkline({
  values,
  falling,
  label,
}: {
  values: readonly (number | null)[]
  falling: boolean
  label: string
}) {
  const most = Math.max(0.01, ...values.map(value => value ?? 0))
  const step = width / Math.max(1, values.length - 1)
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: index * step, y: height - 1 - (value / most) * (height - 3) }],
  )
  const last = points.at(-1)
  return (
    <svg
      className={classes.spark}
      data-falling={falling || undefined}
      width={width + 4}
      height={height}
      role="img"
      aria-label={label}
    >
      {points.length > 1 && (
        <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      )}
      {points.length > 1 && last && <circle cx={last.x} cy={last.y} r="1.8" />}
    </svg>
  )
})
