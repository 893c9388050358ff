import { useRef, useState } from 'react'
import { type DayWindow, rangesText, type Weekday, type WeekWindows, weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import { DayRow } from './DayRow.tsx'
import { piecesOf, type Scale, scaleOf } from './edit-windows.ts'
import classes from './WeekEditor.module.css'

const words = text.schedule.week
const office: readonly DayWindow[] = [{ from: 9 * 60, to: 18 * 60 }]

export interface WeekEditorProps {
  readonly windows: WeekWindows
  readonly onChange: (windows: WeekWindows) => void
  /** What the law closes on each day, in minutes after midnight; drawn into the windows. */
  readonly closedByLaw?: Readonly<Partial<Record<Weekday, readonly Scale[]>>>
  readonly disabled?: boolean
}

/** Days as tracks and as text, both editable: an edge is dragged or moved by arrow keys, a window is also typed. */
export function WeekEditor({ windows, onChange, closedByLaw = {}, disabled = false }: WeekEditorProps) {
  /** While an edge is dragged the hours on the tracks stay where they are. */
  const [held, setHeld] = useState<Scale>()
  const before = useRef<Partial<Record<Weekday, readonly DayWindow[]>>>({})
  const days = weekdays.map(day => windows[day])
  const scale = held ?? scaleOf(days)
  const change = (day: Weekday, ranges: readonly DayWindow[]) => onChange({ ...windows, [day]: ranges })
  const turn = (day: Weekday, on: boolean) => {
    if (!on) before.current[day] = windows[day]
    change(day, on ? (before.current[day] ?? (windows.mon.length > 0 ? windows.mon : office)) : [])
  }
  return (
    <div className={classes.week}>
      <Hours scale={scale} />
      <ul>
        {weekdays.map((day, index) => (
          <DayRow
            key={day}
            name={text.words.days[day]}
            windows={windows[day]}
            pieces={piecesOf(windows[day], days.at(index - 1) ?? [])}
            law={closedByLaw[day] ?? []}
            scale={scale}
            disabled={disabled}
            onTurn={on => turn(day, on)}
            onChange={ranges => change(day, ranges)}
            onHold={hold => setHeld(hold ? scale : undefined)}
          />
        ))}
      </ul>
      <p className="unseen" aria-live="polite">
        {weekdays
          .map(day => `${text.words.days[day]} ${rangesText(windows[day]) || words.noCalls}`)
          .join('; ')}
      </p>
    </div>
  )
}

function Hours({ scale }: { scale: Scale }) {
  const step = (scale.to - scale.from) / 8
  return (
    <div className={classes.hours} aria-hidden="true">
      {Array.from({ length: 9 }, (_, index) => scale.from + index * step).map(minute => (
        <span key={minute} className="num">
          {String(minute / 60).padStart(2, '0')}
        </span>
      ))}
    </div>
  )
}
