import type { PauseReason } from './campaign-state.ts'
import type { CampaignId } from './ids.ts'
import type { Notice } from './notice.ts'

type Campaign = { readonly id: CampaignId; readonly name: string }
type OwnReason = Exclude<PauseReason, 'manual'>

/** What to do about a campaign that paused itself. */
const nextStep: Readonly<Record<OwnReason, string>> = {
  insufficient_balance: 'Top up the trunk, enter its balance, then resume the campaign.',
  budget_reached: 'Raise the budget and resume the campaign, or finish it.',
  system_limit: 'Free what is used up, then resume the campaign.',
  abandon_rate: 'Lower the number of calls at a time, and resume when the share has fallen.',
  test_finished: 'Compare it with the forecast, then resume the campaign to call the others.',
  provider_error: 'Look at the trunk, then resume the campaign.',
  numbers_exhausted: 'Switch a number on or add one, then resume the campaign.',
  not_ready: 'Mend these points, then resume the campaign.',
  end_reached: 'Move the end of its schedule and resume it, or finish it.',
}

/** Rule, figure, next step. */
export const pausedNotice = ({ id, name }: Campaign, reason: OwnReason, detail: string): Notice => ({
  kind: 'campaign_paused',
  level: reason === 'test_finished' ? 'info' : 'problem',
  campaign: id,
  title:
    reason === 'test_finished' ? `${name} finished its test: ${detail}` : `${name} paused itself: ${detail}`,
  text: nextStep[reason],
})

/** Why the cause counts as gone. */
const whatIsGone: Readonly<Record<OwnReason, string>> = {
  insufficient_balance: 'The credit of its trunk is enough again.',
  budget_reached: 'Its budget has room again.',
  system_limit: 'This machine has room again.',
  abandon_rate: 'The share of abandoned calls has fallen.',
  test_finished: 'Its test is over.',
  provider_error: 'Its trunk can be used again.',
  numbers_exhausted: 'One of its numbers can be shown again.',
  not_ready: 'Nothing is missing any more.',
  end_reached: 'The end of its schedule was moved.',
}

export const resumedNotice = ({ id, name }: Campaign, reason: OwnReason): Notice => ({
  kind: 'campaign_resumed',
  level: 'info',
  campaign: id,
  title: `${name} goes on by itself`,
  text: `${whatIsGone[reason]} It is set to resume after such a pause.`,
})

export const completedNotice = ({ id, name }: Campaign): Notice => ({
  kind: 'campaign_completed',
  level: 'info',
  campaign: id,
  title: `${name} is completed`,
  text: 'Every contact has reached its final status.',
})

/** @param planned wall clock of the start that was missed */
export const startedLateNotice = ({ id, name }: Campaign, planned: string): Notice => ({
  kind: 'campaign_started_late',
  level: 'warning',
  campaign: id,
  title: `${name} started late: its start was ${planned}`,
  text: 'The program was not running at that time. Look whether its end still leaves enough time.',
})
