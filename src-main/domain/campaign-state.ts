import type { Instant } from './ids.ts'

/** Why a campaign rests although nobody finished it. */
export const pauseReasons = [
  'manual',
  'provider_error',
  'numbers_exhausted',
  'system_limit',
  'not_ready',
  'end_reached',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export const campaignStateNames = [
  'draft',
  'scheduled',
  'running',
  'draining',
  'paused',
  'completed',
  'cancelled',
] as const
export type CampaignStateName = (typeof campaignStateNames)[number]

export interface Paused {
  readonly is: 'paused'
  readonly reason: PauseReason
  /** The figure behind an auto-pause, in words; empty for `manual`. */
  readonly detail: string
}
export type Resting = Paused | { readonly is: 'completed' } | { readonly is: 'cancelled' }

export type CampaignState =
  | { readonly is: 'draft' }
  | { readonly is: 'scheduled'; readonly startsAt: Instant }
  | { readonly is: 'running' }
  /** Starts nothing new; rests when the last call is over. */
  | { readonly is: 'draining'; readonly towards: Resting }
  | Resting
