import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import { planOf } from './plan-of.ts'

/**
 * Leading digits of the national number that stand for its area: `212` of +1 212 …, `30` of +49 30 …; empty where a
 * plan has no areas, or a number stands in none. As libphonenumber does: the first group as the number is written, of
 * geographic lines in countries with a trunk prefix or with Italy's leading zero.
 */
export function areaOf(number: E164): string {
  const { callingCode, national, type, trunkPrefix } = planOf(number)
  if (callingCode === '1') return type === 'FIXED_LINE_OR_MOBILE' ? national.slice(0, 3) : ''
  if (type !== 'FIXED_LINE' && type !== 'FIXED_LINE_OR_MOBILE') return ''
  if (!trunkPrefix && !national.startsWith('0')) return ''
  const written = parsePhoneNumberFromString(number)?.formatInternational() ?? ''
  const [, area = '', rest] = written.split(' ')
  return rest === undefined ? '' : area
}
