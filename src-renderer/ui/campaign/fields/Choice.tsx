import { SegmentedControl } from '@mantine/core'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly name: (value: Value) => string
  readonly disabled?: boolean
  readonly value?: Value
  readonly onChange?: (value: Value) => void
}

/** Up to three choices side by side. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, choices, name, disabled = false, value, onChange } = props
  return (
    <SegmentedControl
      aria-label={label}
      disabled={disabled}
      data={choices.map(choice => ({ value: choice, label: name(choice) }))}
      {...(value !== undefined && { value })}
      onChange={next => onChange?.(next as Value)}
    />
  )
}
