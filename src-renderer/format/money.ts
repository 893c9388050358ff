import { locale } from './locale.ts'

const micros = 1_000_000
const formats = new Map<string, Intl.NumberFormat>()

function format(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}

/** `€1,148.62`; sums from a hundred thousand on without cents. */
export const money = (amountMicros: number, currency: string) =>
  format(currency, Math.abs(amountMicros) >= 100_000 * micros ? 0 : 2).format(amountMicros / micros)

/** `€0.105`: a price per call or minute is finer than a cent. */
export const price = (amountMicros: number, currency: string) =>
  format(currency, 3).format(amountMicros / micros)

/** `€226`: for a guess, whose cents nobody knows. */
export const roundMoney = (amountMicros: number, currency: string) =>
  format(currency, Math.abs(amountMicros) >= 10 * micros ? 0 : 2).format(amountMicros / micros)

/** One sum for each currency, never added across: `€5,611.26, $702.18`. */
export const sumsOf = (amounts: readonly { readonly micros: number; readonly currency: string }[]) =>
  [...Map.groupBy(amounts, ({ currency }) => currency)]
    .map(([currency, same]) =>
      money(
        same.reduce((sum, { micros: one }) => sum + one, 0),
        currency,
      ),
    )
    .join(', ')

/** The sign that stands before or in an amount: `€`, `CHF`. */
export const currencySign = (currency: string) =>
  format(currency, 0)
    .formatToParts(0)
    .find(part => part.type === 'currency')?.value ?? currency
