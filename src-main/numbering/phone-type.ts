import type { E164 } from '../domain/ids.ts'
import type { PhoneType } from '../domain/phone-type.ts'
import { neverDialledLines } from './never-dialled.ts'
import { type LineType, planOf } from './plan-of.ts'

const byLine: Readonly<Record<LineType, PhoneType>> = {
  FIXED_LINE: 'fixed',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed_or_mobile',
  PREMIUM_RATE: 'premium',
  TOLL_FREE: 'toll_free',
  SHARED_COST: 'shared_cost',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'company',
  VOICEMAIL: 'voicemail',
}

/** `null`: no line that the plan of its country knows. */
export function phoneTypeOf(number: E164): PhoneType | null {
  const { type } = planOf(number)
  return type === null ? null : byLine[type]
}

/** Kinds of lines that are never called, whoever they belong to. */
export const neverDialledTypes: readonly PhoneType[] = Object.keys(neverDialledLines).map(
  line => byLine[line as LineType],
)
