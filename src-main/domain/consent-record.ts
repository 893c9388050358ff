import type { Purpose } from './compliance/law.ts'
import type { Instant } from './ids.ts'

export const consentKinds = ['express', 'express_written', 'existing_relation'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** One consent as it is kept for proof; see `domain/compliance/consent` for what it permits. */
export interface ConsentRecord {
  readonly kind: ConsentKind
  /** `null`: for any purpose. */
  readonly purpose: Purpose | null
  /** How it was given: web form, paper, call. */
  readonly channel: string
  readonly source: string
  /** Text, or the name of a file that proves it. */
  readonly evidence: string
  readonly givenAt: Instant
  readonly expiresAt: Instant | null
  readonly withdrawnAt: Instant | null
}
