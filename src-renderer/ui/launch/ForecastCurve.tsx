import { memo } from 'react'
import type { ForecastReport } from '../../../src-main/contract/forecast.ts'
import { clock, shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from './ForecastPart.module.css'

const width = 264
const height = 56
const aDay = 86_400_000

/** Contacts finished over time: the likely run as a line, the others as a band behind it. */
export const ForecastCurve = memo(function ForecastCurve({ curve }: { curve: ForecastReport['curve'] }) {
  const first = curve[0]
  const last = curve.at(-1)
  if (!first || !last || last.at <= first.at) return null
  const length = last.at - first.at
  const most = Math.max(1, ...curve.map(point => point.finished.high))
  const x = (at: number) => ((at - first.at) / length) * width
  const y = (finished: number) => height - 2 - (finished / most) * (height - 6)
  const line = (of: 'low' | 'likely' | 'high') =>
    curve.map(({ at, finished }) => `${x(at).toFixed(1)},${y(finished[of]).toFixed(1)}`)
  const label = length < aDay ? clock : shortMoment
  return (
    <figure className={classes.curve}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.launch.forecast.curve}>
        <polygon points={[...line('high'), ...line('low').toReversed()].join(' ')} className={classes.band} />
        <polyline points={line('likely').join(' ')} className={classes.likely} />
        <line x1="0" x2={width} y1={height - 1} y2={height - 1} className={classes.ground} />
      </svg>
      <figcaption className="num">
        {[first.at, first.at + length / 2, last.at].map(at => (
          <span key={at}>{label(at)}</span>
        ))}
      </figcaption>
    </figure>
  )
})
