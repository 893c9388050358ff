import type { Shown } from './number-format.ts'

/** Digits that a number of a spreadsheet holds for certain. */
const CERTAIN_DIGITS = 15
const DAY_MS = 86_400_000
/** Day zero of a workbook, so that days after February 1900, which it takes for a leap year, come out right. */
const day0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
export type DateSystem = keyof typeof day0

/** A number as a person would type it: telephone numbers whole, dates with the year first, leading zeros as shown. */
export function numberText(raw: string, shown: Shown, dates: DateSystem): string {
  const value = Number(raw)
  if (raw === '' || !Number.isFinite(value)) return raw
  switch (shown.as) {
    case 'date':
      return dateText(value, dates)
    case 'digits':
      return shown.before + plain(value).padStart(shown.digits, '0')
    case 'number':
      return plain(value)
  }
}

/** `4.9302312541E+11` is a telephone number for whoever typed it. */
const plain = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(CERTAIN_DIGITS)))

/** Workbooks know no zones: the wall clock as it was typed. */
function dateText(days: number, dates: DateSystem): string {
  const at = new Date(day0[dates] + Math.round(days * 86_400) * 1_000)
  if (Number.isNaN(at.getTime())) return ''
  const [date = '', time = ''] = at.toISOString().split('T')
  const minutes = time.slice(0, 5)
  if (days >= 0 && days < 1) return minutes
  return at.getTime() % DAY_MS === 0 ? date : `${date} ${minutes}`
}
