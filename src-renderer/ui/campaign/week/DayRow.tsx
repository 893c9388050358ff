import { ActionIcon, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type DayWindow, inOrder, overlapOf, rangeText } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import { DayTrack } from './DayTrack.tsx'
import { addWindow, moveEdge, type Scale } from './edit-windows.ts'
import classes from './WeekEditor.module.css'
import { WindowBox } from './WindowBox.tsx'

const words = text.schedule.week

interface DayRowProps {
  readonly name: string
  readonly windows: readonly DayWindow[]
  /** The same as drawn, with what the day before left over. */
  readonly pieces: readonly Scale[]
  readonly law: readonly Scale[]
  readonly scale: Scale
  readonly disabled: boolean
  readonly onTurn: (on: boolean) => void
  readonly onChange: (windows: readonly DayWindow[]) => void
  readonly onHold: (hold: boolean) => void
}

export function DayRow(props: DayRowProps) {
  const { name, windows, pieces, law, scale, disabled, onTurn, onChange, onHold } = props
  const clash = overlapOf(windows)
  const replace = (index: number, typed: readonly DayWindow[]) =>
    onChange(inOrder(windows.flatMap((window, at) => (at === index ? typed : [window]))))
  return (
    <li className={classes.day} data-off={windows.length === 0 || undefined}>
      <Switch
        label={name}
        checked={windows.length > 0}
        disabled={disabled}
        onChange={event => onTurn(event.currentTarget.checked)}
      />
      <DayTrack
        name={name}
        windows={windows}
        pieces={pieces}
        law={law}
        scale={scale}
        disabled={disabled}
        onMove={(index, edge, minute) => onChange(moveEdge(windows, index, edge, minute))}
        onHold={onHold}
      />
      <div className={classes.boxes}>
        {windows.length === 0 && <span className={classes.none}>{words.noCalls}</span>}
        {windows.map((window, index) => (
          <WindowBox
            // biome-ignore lint/suspicious/noArrayIndexKey: a window is its place in the day
            key={index}
            label={words.window(name, index + 1)}
            window={window}
            disabled={disabled}
            onChange={typed => replace(index, typed)}
          />
        ))}
      </div>
      <ActionIcon
        aria-label={words.add(name)}
        disabled={disabled || addWindow(windows) === windows}
        onClick={() => onChange(addWindow(windows))}
      >
        <IconPlus size={14} />
      </ActionIcon>
      {clash && (
        <p className={classes.clash} role="alert">
          {words.overlap(rangeText(clash[0]), rangeText(clash[1]))}
        </p>
      )}
    </li>
  )
}
