import { memo } from 'react'
import classes from './HourLine.module.css'

const width = 56
const height = 20

/** Calls hour by hour, oldest first, as a line from zero. */
export const HourLine = memo(function HourLine({
  hours,
  label,
}: {
  hours: readonly number[]
  label: string
}) {
  const most = Math.max(1, ...hours)
  const step = width / Math.max(1, hours.length - 1)
  const points = hours.map((calls, hour) => `${(hour * step).toFixed(1)},${yOf(calls, most).toFixed(1)}`)
  return (
    <svg className={classes.line} width={width + 4} height={height} role="img" aria-label={label}>
      <polygon points={`0,${height - 1} ${points.join(' ')} ${width},${height - 1}`} />
      <polyline points={points.join(' ')} />
      <circle cx={width} cy={yOf(hours.at(-1) ?? 0, most)} r="1.8" />
    </svg>
  )
})

const yOf = (calls: number, most: number) => height - 2 - (calls / most) * (height - 5)
