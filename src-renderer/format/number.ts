import { locale } from './locale.ts'

const whole = new Intl.NumberFormat(locale)
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const thin = '\u2009'
const fewCases = 20

export const dash = '–'

export const count = (value: number) => whole.format(value)

/**
 * A share of 0–1 as `37.4 %`. Under 20 cases it is a rough figure and says so: `~33 %`; without a base it is a dash.
 */
export function share(value: number | null, cases = Number.POSITIVE_INFINITY) {
  if (value === null) return dash
  if (cases < fewCases) return `~${wholeShare(value)}`
  return `${oneDecimal.format(value * 100)}${thin}%`
}

/** `37 %`, where there is little room. */
export const wholeShare = (value: number) => `${whole.format(Math.round(value * 100))}${thin}%`

export const ratio = (part: number, all: number) => (all === 0 ? null : part / all)

/** `1.8 ms`, and whole numbers from ten on. */
export const milliseconds = (ms: number) =>
  `${ms < 10 ? oneDecimal.format(ms) : whole.format(Math.round(ms))}${thin}ms`

export const decimal = (value: number) => oneDecimal.format(value)

/** So many digits behind the point, and nothing between thousands: `0.012`. */
export const fixed = (value: number, digits: number) =>
  value.toLocaleString(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })

const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8)
const signOf = (type: 'decimal' | 'group', usual: string) =>
  parts.find(part => part.type === type)?.value ?? usual

/** What stands in a number that is typed, as `NumberInput` takes it. */
export const decimalSign = signOf('decimal', '.')
export const groupSign = signOf('group', ',')
