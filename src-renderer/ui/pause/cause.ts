import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'

/** Reasons for which a campaign pauses by itself. */
export type PauseReason = Exclude<NonNullable<CampaignRow['pause']>['reason'], 'manual'>

/** An address of the interface. */
export interface Place {
  readonly to: string
  readonly hash?: string
  /** The trunk whose rates and balance are to be opened. */
  readonly money?: number
}

type Paused = Pick<CampaignRow, 'id' | 'state' | 'pause'> & {
  readonly trunks: readonly CampaignRow['trunks'][number][]
}

const page = ({ id }: Paused, part: string) => `/campaigns/${id}/${part}`
const settings = (campaign: Paused, group: string): Place => ({
  to: page(campaign, 'settings'),
  hash: group,
})

/** Where the cause of a pause can be mended; `null`: outside the program. */
const places: Readonly<Record<PauseReason, ((campaign: Paused) => Place) | null>> = {
  insufficient_balance: ({ trunks: [first] }) => ({ to: '/trunks', ...(first && { money: first.id }) }),
  budget_reached: campaign => settings(campaign, 'calling'),
  system_limit: null,
  provider_error: () => ({ to: '/trunks' }),
  numbers_exhausted: campaign => ({ to: page(campaign, 'numbers') }),
  abandon_rate: campaign => settings(campaign, 'calling'),
  end_reached: campaign => settings(campaign, 'schedule'),
  not_ready: campaign => ({ to: page(campaign, 'settings') }),
  test_finished: campaign => ({ to: page(campaign, 'calls') }),
}

export interface OwnPause {
  readonly reason: PauseReason
  readonly cause: Place | null
}

/** `null`: it is not paused, or a person paused it. */
export function ownPause(campaign: Paused): OwnPause | null {
  const { state, pause } = campaign
  if (state !== 'paused' || !pause || pause.reason === 'manual') return null
  return { reason: pause.reason, cause: places[pause.reason]?.(campaign) ?? null }
}
