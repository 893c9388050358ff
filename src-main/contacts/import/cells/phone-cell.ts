import { type CountryCode, isSupportedCountry, validatePhoneNumberLength } from 'libphonenumber-js/max'
import type { E164 } from '../../../domain/ids.ts'
import { readPhone } from '../../../numbering/phone.ts'

/** A number that may be called, or why not: `kind` to count by, `reason` for this cell. */
export type PhoneCell = { readonly number: E164 } | { readonly kind: string; readonly reason: string }

/** `4.93E+11`: a spreadsheet kept the first digits only. */
const scientific = /^\d+([.,]\d+)?e\+?\d+$/i
/** Digits that are no subscriber's number anywhere. */
const TOO_FEW = 6
/** Emergency numbers have three digits, harmonised services of Europe begin with 116; others of a few digits are cut off. */
const serviceNumber = /^(\d{3}|116 ?\d{3})$/
/** Our own exports mark a text that could be taken for a formula. */
const marked = /^'(?=[+=@-])/

/** @param country ISO 3166-1 alpha-2; reads numbers without a country code */
export function phoneCell(text: string, country: string): PhoneCell {
  const written = text.trim().replace(marked, '')
  if (written === '') return { kind: 'Empty', reason: 'Empty' }
  if (scientific.test(written))
    return {
      kind: 'Digits lost',
      reason: 'Digits were lost in a spreadsheet; give the column the format “Text”',
    }
  const read = readPhone(written, country)
  return 'number' in read ? { number: read.number } : whyNot(written, country.toUpperCase(), read.reason)
}

function whyNot(written: string, home: string, reason: string): Exclude<PhoneCell, { number: E164 }> {
  const digits = written.replace(/\D/g, '')
  if (digits === '')
    return /\p{L}{4,}/u.test(written)
      ? { kind: 'Letters in the number', reason: 'Letters in the number' }
      : { kind: 'No digits', reason: 'No digits' }
  if (/\p{L}/u.test(written.replace(/\b(ext|x|tel|fax|phone|mobil|mobile)\b\.?/gi, '')))
    return { kind: 'Letters in the number', reason: 'Letters in the number' }
  if (/^\+\s*\+/.test(written)) return { kind: 'Two plus signs', reason: 'Two plus signs' }
  const never = neverCalled(written, reason)
  if (never !== null) return never
  const length = validatePhoneNumberLength(
    written,
    isSupportedCountry(home) ? (home as CountryCode) : undefined,
  )
  const where = countryName(written, home)
  if (length === 'TOO_SHORT' || digits.length <= TOO_FEW)
    return { kind: 'Too short', reason: `Too short for ${where}` }
  if (length === 'TOO_LONG') return { kind: 'Too long', reason: `Too long for ${where}` }
  if (length === 'INVALID_COUNTRY')
    return { kind: 'No such country code', reason: 'No country has this code' }
  return { kind: 'No such number', reason: `No such number in ${where}` }
}

function neverCalled(written: string, reason: string) {
  const never = /is (?:a|an) (.*), which is never called/.exec(reason)?.[1]
  if (never === undefined) return null
  if (never.startsWith('short number') && !serviceNumber.test(written)) return null
  if (never.startsWith('short number') || never.startsWith('emergency'))
    return { kind: 'Short or emergency', reason: 'Short or emergency number, never called' }
  const kind = never.startsWith('premium') ? 'Premium rate' : 'Never called'
  return { kind, reason: `${never.charAt(0).toUpperCase()}${never.slice(1)}, never called` }
}

const english = new Intl.DisplayNames('en', { type: 'region' })

/** Of a number with a country code its own country counts, as far as the code tells one. */
function countryName(written: string, home: string): string {
  const abroad = /^(\+|00)/.test(written)
  if (abroad) return 'its country'
  return isSupportedCountry(home) ? (english.of(home) ?? home) : home
}
