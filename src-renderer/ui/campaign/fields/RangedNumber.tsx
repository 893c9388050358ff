import { NumberInput } from '@mantine/core'
import { text } from '../../../text/text.ts'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import type { Ranged } from '../form/problems.ts'
import { partOf } from './part-of.ts'

interface RangedNumberProps {
  readonly name: Ranged
  readonly label: string
  readonly help?: string
  /** Stands at the end of the box. */
  readonly unit?: string
  readonly disabled?: boolean
}

/** A setting that is a number. Where it has no limit the box may be empty. */
export function RangedNumber({ name, label, help, unit, disabled = false }: RangedNumberProps) {
  const form = useCampaignForm()
  const { definitions, may } = useFormFacts()
  const { optional } = definitions.ranges[name]
  return (
    <NumberInput
      label={label}
      description={help}
      disabled={disabled || !may(partOf(name))}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls={unit !== undefined || optional}
      placeholder={optional ? text.settings.calling.noLimit : ''}
      rightSection={unit}
      rightSectionWidth={unit && 12 + unit.length * 8}
      rightSectionPointerEvents={unit === undefined ? 'auto' : 'none'}
      {...form.getInputProps(`settings.${name}`)}
    />
  )
}
