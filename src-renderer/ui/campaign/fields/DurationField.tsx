import { Input, NumberInput, Select } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { text } from '../../../text/text.ts'
import type { Typed } from '../form/values.ts'
import classes from './DurationField.module.css'

const words = text.settings.calling
const units = { minutes: 1, hours: 60, days: 1440 } as const
type Unit = keyof typeof units

/** The largest unit in which a time is a whole number. */
const unitOf = (minutes: Typed): Unit => {
  const value = Number(minutes)
  if (value > 0 && value % units.days === 0) return 'days'
  return value > 0 && value % units.hours === 0 ? 'hours' : 'minutes'
}

interface DurationFieldProps {
  readonly label: string
  /** Hides the label, which is still read out. */
  readonly bare?: boolean
  readonly help?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Minutes; empty for none. */
  readonly value?: Typed
  readonly error?: ReactNode
  readonly onChange?: (minutes: Typed) => void
  readonly onBlur?: () => void
  readonly 'data-path'?: string
}

/** A time as a number with its unit: minutes, hours or days. */
export function DurationField(props: DurationFieldProps) {
  const { label, bare = false, help, placeholder, disabled = false, value = '', error, onChange } = props
  const id = useId()
  const [unit, setUnit] = useState(() => unitOf(value))
  const [known, setKnown] = useState(value)
  // Not typed here: taken from elsewhere, and shown in the unit that fits it.
  if (value !== known) {
    setKnown(value)
    setUnit(unitOf(value))
  }
  const change = (next: Typed) => {
    setKnown(next)
    onChange?.(next)
  }
  const shown = value === '' ? '' : Number(value) / units[unit]
  return (
    <Input.Wrapper
      id={id}
      {...(!bare && { label, description: help })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={error}
    >
      <div className={classes.duration}>
        <NumberInput
          id={id}
          {...(bare && { 'aria-label': label })}
          placeholder={placeholder}
          disabled={disabled}
          allowNegative={false}
          decimalScale={unit === 'minutes' ? 0 : 2}
          clampBehavior="none"
          value={shown}
          error={error !== undefined && error !== null}
          data-path={props['data-path']}
          onChange={typed => change(typed === '' ? '' : Math.round(Number(typed) * units[unit]))}
          onBlur={props.onBlur}
        />
        <Select
          aria-label={words.unitOf(label)}
          disabled={disabled || value === ''}
          data={(Object.keys(units) as Unit[]).map(one => ({ value: one, label: words.units[one] }))}
          value={unit}
          onChange={next => {
            if (!next) return
            setUnit(next as Unit)
            if (shown !== '') change(shown * units[next as Unit])
          }}
        />
      </div>
    </Input.Wrapper>
  )
}
