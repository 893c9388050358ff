/** The text of a custom field as a number, with point or comma before its decimals; `null`: it is none. */
export function fieldNumber(text: string): number | null {
  const written = text.trim()
  return number.test(written) ? Number(written.replace(',', '.')) : null
}

const number = /^[+-]?\d{1,15}([.,]\d{1,15})?$/

/**
 * The text of a custom field as a day or a minute of the wall clock, as ms since 1970 as if it were UTC; `null`: it is
 * none. Read are `2026-11-26`, `2026-11-26 09:00`, `2026-11-26T09:00` and `26.11.2026`.
 */
export function fieldDate(text: string): number | null {
  const written = text.trim()
  const iso = isoDate.exec(written)
  if (iso !== null) return wallTime(iso[1], iso[2], iso[3], iso[4], iso[5])
  const dotted = dottedDate.exec(written)
  return dotted === null ? null : wallTime(dotted[3], dotted[2], dotted[1], dotted[4], dotted[5])
}

const time = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?)?`
const isoDate = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`)
const dottedDate = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${time}$`)

function wallTime(year = '', month = '', day = '', hour = '0', minute = '0'): number | null {
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  const read = new Date(at)
  // The 31st of a month of 30 days would otherwise be the first of the next.
  const exists =
    read.getUTCMonth() === Number(month) - 1 &&
    read.getUTCDate() === Number(day) &&
    read.getUTCHours() === Number(hour)
  return exists ? at : null
}
