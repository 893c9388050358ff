import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'

/** Reasons for which a campaign pauses by itself. */
export type PauseReason =
  | 'insufficient_balance'
  | 'budget_reached'
  | 'system_limit'
  | 'provider_error'
  | 'numbers_exhausted'
  | 'abandon_rate'
  | 'end_reached'
  | 'not_ready'
  | 'test_finished'

/** Where the cause of a pause can be mended: an address, of the campaign where it begins with `.`; `null`: outside the program. */
const places = {
  insufficient_balance: '/trunks',
  budget_reached: './settings#settings-calling',
  system_limit: null,
  provider_error: '/trunks',
  numbers_exhausted: './numbers',
  abandon_rate: './settings#settings-calling',
  end_reached: './settings#settings-schedule',
  not_ready: './settings',
  test_finished: './calls',
} as const satisfies Record<PauseReason, string | null>

const isKnown = (reason: string): reason is PauseReason => reason in places

export interface OwnPause {
  readonly reason: PauseReason
  readonly to: string | null
}

/** `null`: it is not paused, or a person paused it. */
export function ownPause({ id, state, pause }: Pick<CampaignRow, 'id' | 'state' | 'pause'>): OwnPause | null {
  if (state !== 'paused' || !pause || !isKnown(pause.reason)) return null
  const place = places[pause.reason]
  return { reason: pause.reason, to: place?.replace(/^\./, `/campaigns/${id}`) ?? null }
}
