import classes from './chart.module.css'
import { Drawing } from './Drawing.tsx'

interface IntervalsProps {
  readonly summary: string
  /** Shares 0–1. */
  readonly rows: readonly {
    readonly label: string
    readonly low: number
    readonly share: number
    readonly high: number
    readonly figure: string
    readonly note: string
  }[]
  /** Drawn through all rows, to compare with. */
  readonly line: number
}

const ROW = 27
const RANK = 24
const LABEL = 82
const FIGURE = 60
const NOTE = 72

/** A share with the interval that it lies in, row by row on one scale. */
export function Intervals({ summary, rows, line }: IntervalsProps) {
  const low = Math.min(line, ...rows.map(row => row.low))
  const high = Math.max(line, ...rows.map(row => row.high))
  return (
    <Drawing summary={summary} height={rows.length * ROW}>
      {width => {
        const room = Math.max(20, width - RANK - LABEL - FIGURE - NOTE - 12)
        const x = (share: number) => RANK + LABEL + ((share - low) / Math.max(0.0001, high - low)) * room
        return (
          <>
            <line x1={x(line)} x2={x(line)} y1={0} y2={rows.length * ROW} className={classes.ground} />
            {rows.map((row, index) => {
              const middle = index * ROW + ROW / 2
              return (
                <g key={row.label}>
                  <text
                    x={RANK - 10}
                    y={middle}
                    textAnchor="end"
                    dominantBaseline="central"
                    className={`${classes.note} num`}
                  >
                    {index + 1}
                  </text>
                  <text x={RANK} y={middle} dominantBaseline="central" className={classes.strong}>
                    {row.label}
                  </text>
                  <line x1={x(row.low)} x2={x(row.high)} y1={middle} y2={middle} className={classes.span} />
                  <circle cx={x(row.share)} cy={middle} r={4} className={classes.main} />
                  <text
                    x={width - NOTE}
                    y={middle}
                    textAnchor="end"
                    dominantBaseline="central"
                    className={`${classes.strong} num`}
                  >
                    {row.figure}
                  </text>
                  <text
                    x={width}
                    y={middle}
                    textAnchor="end"
                    dominantBaseline="central"
                    className={`${classes.note} num`}
                  >
                    {row.note}
                  </text>
                </g>
              )
            })}
          </>
        )
      }}
    </Drawing>
  )
}
