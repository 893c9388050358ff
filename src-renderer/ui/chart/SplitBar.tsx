import classes from './chart.module.css'
import { Drawing } from './Drawing.tsx'
import { RowFigures } from './RowFigures.tsx'

interface SplitBarProps {
  readonly summary: string
  readonly parts: readonly {
    readonly label: string
    /** 0–1; all together 1. */
    readonly share: number
    readonly figure: string
    readonly note: string
    readonly tone: 'main' | 'second' | 'rest' | 'empty'
  }[]
}

const BAR = 18
const ROW = 24
const NOTE = 56

/** One whole in its parts, each named below it. */
export function SplitBar({ summary, parts }: SplitBarProps) {
  return (
    <Drawing summary={summary} height={BAR + 6 + parts.length * ROW}>
      {width => {
        let left = 0
        const isEmpty = parts.every(({ share }) => share === 0)
        const track = (
          <rect
            key="none"
            x={0.5}
            y={0.5}
            width={width - 1}
            height={BAR - 1}
            rx={2}
            className={classes.empty}
          />
        )
        const shown = parts.map(({ label, share, figure, note, tone }, index) => {
          const x = left
          const length = share * width
          left += length
          const middle = BAR + 6 + index * ROW + ROW / 2
          return (
            <g key={label}>
              {length > 0 && (
                <rect
                  x={x}
                  y={0}
                  width={Math.max(3, length - 2)}
                  height={BAR}
                  rx={2}
                  className={classes[tone]}
                />
              )}
              <rect x={0} y={middle - 4} width={8} height={8} rx={1} className={classes[tone]} />
              <text x={16} y={middle} dominantBaseline="central" className={classes.label}>
                {label}
              </text>
              <RowFigures width={width} noteWidth={NOTE} middle={middle} figure={figure} note={note} />
            </g>
          )
        })
        return isEmpty ? [track, ...shown] : shown
      }}
    </Drawing>
  )
}
