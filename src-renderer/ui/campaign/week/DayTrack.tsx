import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type DayWindow, dayMinutes, endOf, minuteOfDay } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import classes from './DayTrack.module.css'
import { type Edge, roomOf, type Scale, shared, stepMinutes } from './edit-windows.ts'

const words = text.schedule.week

interface DayTrackProps {
  readonly name: string
  readonly windows: readonly DayWindow[]
  readonly pieces: readonly Scale[]
  readonly law: readonly Scale[]
  readonly scale: Scale
  readonly disabled: boolean
  readonly onMove: (index: number, edge: Edge, minute: number) => void
  readonly onHold: (hold: boolean) => void
}

const edges: readonly Edge[] = ['from', 'to']
const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: stepMinutes,
  ArrowUp: stepMinutes,
  ArrowLeft: -stepMinutes,
  ArrowDown: -stepMinutes,
  PageUp: 60,
  PageDown: -60,
}

/** The windows of a day between the hours of the scale, with a handle at each edge. */
export function DayTrack({ name, windows, pieces, law, scale, disabled, onMove, onHold }: DayTrackProps) {
  const track = useRef<HTMLDivElement>(null)
  const length = scale.to - scale.from
  const place = (minute: number) =>
    (100 * (Math.min(scale.to, Math.max(scale.from, minute)) - scale.from)) / length
  const span = (piece: Scale) => ({
    left: `${place(piece.from)}%`,
    width: `${place(piece.to) - place(piece.from)}%`,
  })
  const minuteAt = (x: number) => {
    const { left, width } = track.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return Math.min(dayMinutes, Math.max(0, scale.from + ((x - left) / width) * length))
  }
  return (
    <div className={classes.track} ref={track} data-disabled={disabled || undefined}>
      {pieces.map(piece => (
        <span key={`${piece.from} ${piece.to}`} className={classes.window} style={span(piece)} />
      ))}
      {shared(pieces, law).map(piece => (
        <span key={`${piece.from} ${piece.to}`} className={classes.law} style={span(piece)} />
      ))}
      {!disabled &&
        windows.flatMap((window, index) =>
          edges.map(edge => {
            const minute = edge === 'from' ? window.from : endOf(window)
            const { least, most } = roomOf(windows, index, edge)
            return (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a window is its place in the day
                key={`${index} ${edge}`}
                role="slider"
                tabIndex={0}
                className={classes.edge}
                style={{ left: `${place(minute)}%` }}
                aria-label={words.edge(name, index + 1, edge)}
                aria-valuemin={least}
                aria-valuemax={most}
                aria-valuenow={minute}
                aria-valuetext={minuteOfDay(edge === 'from' ? window.from : window.to)}
                onKeyDown={(event: KeyboardEvent) => {
                  const step = keySteps[event.key]
                  if (step === undefined) return
                  event.preventDefault()
                  onMove(index, edge, minute + step)
                }}
                onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  onHold(true)
                }}
                onPointerMove={(event: PointerEvent<HTMLDivElement>) => {
                  if (event.currentTarget.hasPointerCapture(event.pointerId))
                    onMove(index, edge, minuteAt(event.clientX))
                }}
                onLostPointerCapture={() => onHold(false)}
              />
            )
          }),
        )}
    </div>
  )
}
