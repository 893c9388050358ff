import type { CampaignRow } from '../contract/campaigns.ts'
import { allowedMoves, type CampaignState } from '../domain/campaign-state.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'

type Move = CampaignRow['moves'][number]

/** Moves that a person makes; the engine has more of its own. */
const byPeople: readonly Move[] = [
  'launch',
  'unschedule',
  'pause',
  'resume',
  'finish',
  'cancel',
  'hang_up',
  'restart',
  'delete',
]

export function campaignRow(
  campaign: ListedCampaign,
  activeCalls: number,
  light: (campaign: ListedCampaign) => CampaignRow['schedule'],
): CampaignRow {
  const { state } = campaign
  const resting = state.is === 'draining' ? state.towards : state
  return {
    id: campaign.id,
    name: campaign.name,
    state: state.is,
    drainsTowards: state.is === 'draining' ? state.towards.is : null,
    pause:
      resting.is === 'paused'
        ? {
            reason: resting.reason,
            text: resting.detail,
            at: campaign.stateSince,
            resumesByItself: campaign.settings.resumeByItself.includes(resting.reason),
          }
        : null,
    moves: movesOf(state),
    agent: campaign.agent,
    trunks: [...campaign.trunks],
    numbers: [...campaign.numbers],
    schedule: light(campaign),
    contacts: campaign.contacts,
    finished: campaign.finished,
    activeCalls,
    cost: campaign.currency === null ? null : { currency: campaign.currency, micros: campaign.costMicros },
    launchedAt: campaign.launchedAt,
    startsAt: state.is === 'scheduled' ? campaign.schedule.startsAt : null,
    run: campaign.run,
  }
}

const movesOf = (state: CampaignState): Move[] => {
  const allowed: readonly string[] = allowedMoves(state)
  return byPeople.filter(move => allowed.includes(move))
}
