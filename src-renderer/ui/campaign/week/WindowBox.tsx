import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type DayWindow, rangeText, readRanges } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'
import classes from './WeekEditor.module.css'

const words = text.schedule.week

interface WindowBoxProps {
  readonly label: string
  readonly window: DayWindow
  readonly disabled: boolean
  /** What was typed: one window, several, or none to take it away. */
  readonly onChange: (windows: readonly DayWindow[]) => void
}

/** A window as text. It is read when the box is left; what cannot be read stays, with its error. */
export function WindowBox({ label, window, disabled, onChange }: WindowBoxProps) {
  const shown = rangeText(window)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const wrong = readRanges(typed) === undefined
  const [left, setLeft] = useState(false)
  const take = () => {
    setLeft(true)
    const ranges = readRanges(typed)
    if (!ranges) return
    setTyped(shown)
    if (typed !== shown) onChange(ranges)
  }
  return (
    <TextInput
      className={classes.box ?? ''}
      aria-label={label}
      value={typed}
      disabled={disabled}
      error={left && wrong && words.unreadable}
      {...(window.to <= window.from &&
        !wrong && { rightSection: <span title={words.nextDay}>+1</span>, rightSectionWidth: 24 })}
      onChange={event => {
        setLeft(false)
        setTyped(event.currentTarget.value)
      }}
      onBlur={take}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          event.preventDefault()
          take()
        }
        if (event.key === 'Escape') setTyped(shown)
      }}
    />
  )
}
