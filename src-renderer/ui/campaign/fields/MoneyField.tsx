import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { currencySign } from '../../../format/money.ts'
import { text } from '../../../text/text.ts'
import type { Typed } from '../form/values.ts'

const micros = 1_000_000

interface MoneyFieldProps {
  readonly label: string
  readonly help: string
  /** ISO 4217; `null`: there are no rates to count with. */
  readonly currency: string | null
  readonly disabled?: boolean
  /** Millionths; empty for no limit. */
  readonly value?: Typed
  readonly error?: ReactNode
  readonly onChange?: (amountMicros: Typed) => void
  readonly onBlur?: () => void
  readonly 'data-path'?: string
}

export function MoneyField({
  label,
  help,
  currency,
  disabled = false,
  value = '',
  ...rest
}: MoneyFieldProps) {
  const { onChange, ...others } = rest
  return (
    <NumberInput
      label={label}
      description={currency === null ? text.settings.calling.noRates : help}
      disabled={disabled || (currency === null && value === '')}
      placeholder={text.settings.calling.noLimit}
      leftSection={currency && currencySign(currency)}
      allowNegative={false}
      decimalScale={2}
      thousandSeparator=" "
      clampBehavior="none"
      value={value === '' ? '' : Number(value) / micros}
      onChange={typed => onChange?.(typed === '' ? '' : Math.round(Number(typed) * micros))}
      {...others}
    />
  )
}
