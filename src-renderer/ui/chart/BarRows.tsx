import classes from './chart.module.css'
import { Drawing } from './Drawing.tsx'
import { RowFigures } from './RowFigures.tsx'
import { figureWidth, shortLabel } from './short-label.ts'

export interface BarRow {
  readonly label: string
  /** Length of the bar, 0–1 of the longest one. */
  readonly share: number
  readonly figure: string
  readonly note: string
  readonly tone: 'main' | 'second' | 'rest'
  readonly strong?: boolean
}

interface BarRowsProps {
  readonly summary: string
  readonly rows: readonly BarRow[]
  readonly rowHeight?: number
  readonly labelWidth?: number
}

/** Bars from zero, one below the other, each with its name and its number. */
export function BarRows({ summary, rows, rowHeight = 26, labelWidth = 130 }: BarRowsProps) {
  const bar = Math.min(16, rowHeight - 12)
  const noteWidth = figureWidth(rows.map(({ note }) => note))
  const figures = figureWidth(rows.map(({ figure }) => figure))
  return (
    <Drawing summary={summary} height={rows.length * rowHeight}>
      {width => {
        const room = Math.max(20, width - labelWidth - figures - noteWidth - 8)
        return rows.map(({ label, share, figure, note, tone, strong }, index) => {
          const middle = index * rowHeight + rowHeight / 2
          return (
            <g key={label}>
              <text
                x={0}
                y={middle}
                dominantBaseline="central"
                className={strong ? classes.strong : classes.label}
              >
                {shortLabel(label, labelWidth - 8)}
                <title>{label}</title>
              </text>
              <rect
                x={labelWidth}
                y={middle - bar / 2}
                width={share > 0 ? Math.max(3, share * room) : 0}
                height={bar}
                rx={2}
                className={classes[tone]}
              />
              <RowFigures width={width} noteWidth={noteWidth} middle={middle} figure={figure} note={note} />
            </g>
          )
        })
      }}
    </Drawing>
  )
}
