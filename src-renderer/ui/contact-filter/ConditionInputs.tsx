import { Select } from '@mantine/core'
import { type Condition, type Operator, operatorsOf } from '../../../src-main/contract/contact-fields.ts'
import { text } from '../../text/text.ts'
import { withOp } from './edit.ts'
import { KeyInput, ValueInput } from './ValueInput.tsx'
import { opWord } from './words.ts'

interface ConditionInputsProps {
  readonly condition: Condition
  readonly onChange: (next: Condition) => void
  readonly autoFocus?: boolean
  readonly spread?: boolean
}

/** How a field is compared, and with what. */
export function ConditionInputs({
  condition,
  onChange,
  autoFocus = false,
  spread = false,
}: ConditionInputsProps) {
  const { field } = condition
  return (
    <>
      <KeyInput condition={condition} onChange={onChange} />
      <Select
        aria-label={text.contactFilter.op}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={260}
        data={operatorsOf(field).map(op => ({ value: op, label: opWord(field, op) }))}
        value={condition.op}
        onChange={op => op && onChange(withOp(condition, op as Operator))}
      />
      <ValueInput condition={condition} onChange={onChange} autoFocus={autoFocus} spread={spread} />
    </>
  )
}
