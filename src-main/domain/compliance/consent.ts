import type { Instant } from '../ids.ts'
import { type ConsentNeed, consentNeeds, type Purpose } from './law.ts'

/** What a person said, or what was known, about being called. */
export interface ConsentRecord {
  readonly kind: 'express' | 'express_written' | 'existing_relation'
  /** `null`: for any purpose. */
  readonly purpose: Purpose | null
  readonly givenAt: Instant
  /** It no longer counts from then on; `null`: never. */
  readonly expiresAt: Instant | null
  readonly withdrawnAt: Instant | null
}

/** Which needs a kind of consent meets: an existing relation is no consent that was expressed. */
const meets: Readonly<Record<ConsentRecord['kind'], readonly ConsentNeed[]>> = {
  express: ['express'],
  express_written: ['express', 'express_written'],
  existing_relation: [],
}

/**
 * Whether a person may be called for a purpose as far as consent goes. A withdrawal ends every consent to that purpose
 * that was given before it, not only the one it is noted with.
 */
export function consentHeld(
  records: readonly ConsentRecord[],
  purpose: Purpose,
  need: ConsentNeed,
  at: Instant,
): boolean {
  if (need === 'none') return true
  const about = records.filter(record => record.purpose === null || record.purpose === purpose)
  const withdrawn = Math.max(
    ...about.map(({ withdrawnAt }) =>
      withdrawnAt !== null && withdrawnAt <= at ? withdrawnAt : Number.NEGATIVE_INFINITY,
    ),
  )
  return about.some(
    ({ kind, givenAt, expiresAt }) =>
      meets[kind].includes(need) &&
      givenAt <= at &&
      givenAt > withdrawn &&
      (expiresAt === null || at < expiresAt),
  )
}

/** A campaign may ask for more than the law, never for less. */
export const consentAsked = (own: 'law' | ConsentNeed, law: ConsentNeed): ConsentNeed =>
  own === 'law' ? law : strictestConsent(own, law)

export const strictestConsent = (a: ConsentNeed, b: ConsentNeed): ConsentNeed =>
  consentNeeds.indexOf(a) >= consentNeeds.indexOf(b) ? a : b
