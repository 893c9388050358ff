import type { LeadStatus, SkipReason } from '../../domain/lead.ts'

/** How far a contact has come in a campaign: of two that are one person the further one stays. */
const byStatus = {
  pending: 1,
  queued: 1,
  dialing: 1,
  in_call: 1,
  retry: 3,
  failed: 4,
  no_answer: 5,
  no_conversation: 6,
  called: 8,
  completed: 9,
  skipped: 0,
} as const satisfies Record<LeadStatus, number>

/** Somebody's decision about the person goes before tries; what is about one number or record does not. */
const bySkip = {
  duplicate: 0,
  no_number: 0,
  invalid_number: 0,
  no_consent: 0,
  excluded_at_launch: 2,
  manual: 7,
  opted_out: 7,
  dnc: 7,
} as const satisfies Record<SkipReason, number>

export const progressOf = (status: LeadStatus, reason: SkipReason | null): number =>
  status === 'skipped' && reason !== null ? bySkip[reason] : byStatus[status]
