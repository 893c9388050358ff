/** Millionths of a currency's unit, whole numbers: a price per minute is finer than a cent. */
export type Micros = number

export const MICROS = 1_000_000

export interface Money {
  readonly micros: Micros
  /** ISO 4217. */
  readonly currency: string
}

/** `EUR 1,148.62`: in the currency's own places, and in four where an amount is smaller than those show. */
export function moneyText({ micros, currency }: Money): string {
  const amount = micros / MICROS
  const style = { style: 'currency', currency, currencyDisplay: 'code' } as const
  const format = new Intl.NumberFormat('en', style)
  const least = 10 ** -(format.resolvedOptions().maximumFractionDigits ?? 2)
  const isSmall = amount !== 0 && Math.abs(amount) < least
  const text = (
    isSmall ? new Intl.NumberFormat('en', { ...style, maximumFractionDigits: 6 }) : format
  ).format(amount)
  return text.replace(/\u00a0/g, ' ')
}
