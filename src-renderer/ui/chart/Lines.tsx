import { type PointerEvent, useState } from 'react'
import classes from './chart.module.css'
import { Drawing } from './Drawing.tsx'

export interface Series {
  readonly name: string
  /** Behind its key, over the lines: its name and the value that is pointed at. */
  readonly legend: string
  /** What it means. */
  readonly meaning: string
  /** One for each point; `null`: nothing to tell there. */
  readonly values: readonly (number | null)[]
  /** At the same points: too few cases to draw the line through it. */
  readonly unsure: readonly boolean[]
  readonly dashed?: boolean
}

interface LinesProps {
  readonly summary: string
  /** Names of the points, in order; the first of them stand under the axis as far as they fit. */
  readonly points: readonly string[]
  readonly series: readonly Series[]
  readonly format: (value: number) => string
  /** On the axis, where values are round. */
  readonly tick: (value: number) => string
  /** The largest value that the axis must show. */
  readonly atLeast: number
  readonly height: number
  readonly onPoint: (index: number | null) => void
}

const LEFT = 44
const RIGHT = 56
const TOP = 30
const KEY = 16
const LEGEND_LETTER = 6.8
const FOOT = 22
const MOST_LINES = 4
const LABEL_ROOM = 64

/** Up to two measures over time, from zero, named at their ends; what the pointer is at is told by `onPoint`. */
export function Lines({
  summary,
  points,
  series,
  format,
  tick: tickName,
  atLeast,
  height,
  onPoint,
}: LinesProps) {
  const [at, setAt] = useState<number | null>(null)
  const step = tickStep(
    Math.max(atLeast, ...series.flatMap(({ values }) => values.map(value => value ?? 0))) / MOST_LINES,
  )
  const ticks = Array.from({ length: MOST_LINES + 1 }, (_, index) => index * step)
  const most = step * MOST_LINES
  const point = (index: number | null) => {
    setAt(index)
    onPoint(index)
  }
  return (
    <Drawing summary={summary} height={height}>
      {width => {
        const room = Math.max(10, width - LEFT - RIGHT)
        const last = points.length - 1
        const x = (index: number) => LEFT + (last === 0 ? room / 2 : (index / last) * room)
        const y = (value: number) => height - FOOT - (value / most) * (height - FOOT - TOP)
        const every = Math.max(1, Math.ceil((points.length * LABEL_ROOM) / room))
        const find = (event: PointerEvent<SVGRectElement>) => {
          const { left } = event.currentTarget.getBoundingClientRect()
          point(Math.min(last, Math.max(0, Math.round(((event.clientX - left) / room) * last))))
        }
        return (
          <>
            <Legend series={series} left={LEFT} />
            {ticks.map(tick => (
              <g key={tick}>
                <line
                  x1={LEFT}
                  x2={LEFT + room}
                  y1={y(tick)}
                  y2={y(tick)}
                  className={tick === 0 ? classes.ground : classes.grid}
                />
                <text
                  x={LEFT - 8}
                  y={y(tick)}
                  textAnchor="end"
                  dominantBaseline="central"
                  className={`${classes.axis} num`}
                >
                  {tickName(tick)}
                </text>
              </g>
            ))}
            {points.map(
              (name, index) =>
                index % every === 0 && (
                  <text
                    key={x(index)}
                    x={x(index)}
                    y={height - 5}
                    textAnchor="middle"
                    className={classes.axis}
                  >
                    {name}
                  </text>
                ),
            )}
            {at !== null && (
              <line x1={x(at)} x2={x(at)} y1={TOP} y2={height - FOOT} className={classes.here} />
            )}
            {series.map(({ name, values, unsure, dashed }) => (
              <OneLine
                key={name}
                className={dashed ? classes.dashed : classes.line}
                points={values.flatMap((value, index) =>
                  value === null ? [] : [{ x: x(index), y: y(value), unsure: unsure[index] === true }],
                )}
              />
            ))}
            {ends(series, y).map(({ name, value, place }) => (
              <text
                key={name}
                x={LEFT + room + 8}
                y={place}
                dominantBaseline="central"
                className={`${classes.strong} num`}
              >
                {format(value)}
              </text>
            ))}
            <rect
              x={LEFT}
              y={0}
              width={room}
              height={height}
              fill="transparent"
              onPointerMove={find}
              onPointerLeave={() => point(null)}
            />
          </>
        )
      }}
    </Drawing>
  )
}

/** Which line is which. */
function Legend({ series, left }: { series: readonly Series[]; left: number }) {
  let next = left
  return series.map(({ name, legend, meaning, dashed }) => {
    const x = next
    next += KEY + legend.length * LEGEND_LETTER + 30
    return (
      <g key={name}>
        <title>{meaning}</title>
        <line x1={x} x2={x + KEY} y1={8} y2={8} className={dashed ? classes.dashed : classes.line} />
        <text x={x + KEY + 6} y={8} dominantBaseline="central" className={`${classes.label} num`}>
          {legend}
        </text>
      </g>
    )
  })
}

function OneLine({
  points,
  className,
}: {
  points: readonly { readonly x: number; readonly y: number; readonly unsure: boolean }[]
  className: string | undefined
}) {
  const sure = points.filter(({ unsure }) => !unsure)
  return (
    <g className={className}>
      <polyline points={sure.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {points
        .filter(({ unsure }) => unsure || sure.length === 1)
        .map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={3} className={classes.apart} />
        ))}
    </g>
  )
}

const APART = 14

/** The last value of each series that is sure, and where it is written: two never over each other. */
function ends(series: readonly Series[], y: (value: number) => number) {
  const found = series
    .flatMap(({ name, values, unsure }) => {
      const value = values.findLast((one, index) => one !== null && !unsure[index]) ?? null
      return value === null ? [] : [{ name, value, place: y(value) }]
    })
    .sort((a, b) => a.place - b.place)
  const [upper, lower] = found
  if (!upper || !lower || lower.place - upper.place >= APART) return found
  const middle = (upper.place + lower.place) / 2
  return [
    { ...upper, place: middle - APART / 2 },
    { ...lower, place: middle + APART / 2 },
  ]
}

/** The next larger one of 1, 2, 2.5, 5 and 10 times a power of ten. */
function tickStep(least: number): number {
  if (least <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 2.5, 5, 10].find(factor => factor * power >= least) ?? 10) * power
}
