/** Statuses of a contact within one campaign. */
export const leadStatuses = [
  'pending',
  'queued',
  'dialing',
  'in_call',
  'called',
  'retry',
  'completed',
  'no_conversation',
  'no_answer',
  'failed',
  'skipped',
] as const
export type LeadStatus = (typeof leadStatuses)[number]

export const finalLeadStatuses = ['completed', 'no_conversation', 'no_answer', 'failed', 'skipped'] as const
export const remainingLeadStatuses = ['pending', 'queued', 'retry'] as const

export const skipReasons = [
  'dnc',
  'opted_out',
  'invalid_number',
  'no_number',
  'no_consent',
  'duplicate',
  'excluded_at_launch',
  'manual',
] as const
export type SkipReason = (typeof skipReasons)[number]

export type Priority = 'high' | 'normal' | 'low'

/** Why a contact that waits is not called before its `ready_at`. */
export const leadHolds = [
  'retry_interval',
  'agreed_time',
  'trunk_refused',
  'peer_silent',
  'day_cap',
  'week_cap',
  'law_cap',
  'law_pause',
] as const
export type LeadHold = (typeof leadHolds)[number]
