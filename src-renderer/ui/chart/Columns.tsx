import classes from './chart.module.css'
import { Drawing } from './Drawing.tsx'

interface ColumnsProps {
  readonly summary: string
  readonly columns: readonly { readonly label: string; readonly share: number; readonly figure: string }[]
}

const HEIGHT = 132
const HEAD = 18
const FOOT = 20
const GAP = 4

/** Steps of a scale side by side, in their order. */
export function Columns({ summary, columns }: ColumnsProps) {
  const most = Math.max(...columns.map(({ share }) => share), 0)
  return (
    <Drawing summary={summary} height={HEIGHT}>
      {width => {
        const step = width / Math.max(1, columns.length)
        const room = HEIGHT - HEAD - FOOT
        return columns.map(({ label, share, figure }, index) => {
          const height = most === 0 ? 0 : Math.max(share > 0 ? 3 : 0, (share / most) * room)
          const middle = index * step + step / 2
          const top = HEIGHT - FOOT - height
          return (
            <g key={label}>
              <rect
                x={index * step + GAP / 2}
                y={top}
                width={Math.max(1, step - GAP)}
                height={height}
                rx={2}
                className={classes.main}
              />
              <text x={middle} y={top - 6} textAnchor="middle" className={`${classes.strong} num`}>
                {figure}
              </text>
              <text x={middle} y={HEIGHT - 5} textAnchor="middle" className={classes.label}>
                {label}
              </text>
            </g>
          )
        })
      }}
    </Drawing>
  )
}
