import { Checkbox, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../text/text.ts'
import classes from './filter.module.css'
import type { Choice } from './use-choices.ts'

const words = text.contactFilter
/** More than these are looked for by typing. */
const atAGlance = 8
const mostShown = 200

interface ChoiceListProps {
  readonly choices: readonly Choice[]
  readonly values: readonly (string | number)[]
  readonly onChange: (next: readonly (string | number)[]) => void
}

/** All there is to pick from, with a check box each: for places where nothing may be covered by a list that opens. */
export function ChoiceList({ choices, values, onChange }: ChoiceListProps) {
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('input')?.focus(), [])
  const sought = typed.trim().toLowerCase()
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(sought)).slice(0, mostShown)
  return (
    <div ref={list}>
      {choices.length > atAGlance && (
        <TextInput
          mb={6}
          aria-label={words.findChoice}
          placeholder={words.findChoice}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={classes.choices} aria-label={words.value}>
        {shown.map(({ value, label }) => (
          <li key={value}>
            <Checkbox
              label={label}
              checked={values.includes(value)}
              onChange={event =>
                onChange(
                  event.currentTarget.checked ? [...values, value] : values.filter(one => one !== value),
                )
              }
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={classes.none}>{words.nothingToPick}</p>}
    </div>
  )
}
