import type { CampaignRow } from '../contract/campaigns.ts'
import { allowedMoves, type CampaignState } from '../domain/campaign-state.ts'
import type { Instant } from '../domain/ids.ts'
import { isOpen, nextFlip } from '../domain/schedule.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'

type Move = CampaignRow['moves'][number]

/** Moves that a person makes; the engine has more of its own. */
const byPeople: readonly Move[] = ['launch', 'pause', 'resume', 'finish', 'cancel', 'restart']

export function campaignRow(campaign: ListedCampaign, activeCalls: number, now: Instant): CampaignRow {
  const { state, schedule } = campaign
  const resting = state.is === 'draining' ? state.towards : state
  return {
    id: campaign.id,
    name: campaign.name,
    state: state.is,
    drainsTowards: state.is === 'draining' ? state.towards.is : null,
    pause:
      resting.is === 'paused'
        ? { reason: resting.reason, text: resting.detail, at: campaign.stateSince }
        : null,
    moves: movesOf(state, campaign.run),
    agent: campaign.agent,
    trunk: campaign.trunk,
    numbers: [...campaign.numbers],
    schedule: { open: isOpen(schedule, now), changesAt: nextFlip(schedule, now), zone: schedule.zone },
    contacts: campaign.contacts,
    finished: campaign.finished,
    activeCalls,
    launchedAt: campaign.launchedAt,
    run: campaign.run,
  }
}

/** A campaign that was never launched may be deleted; later its calls are on record. */
function movesOf(state: CampaignState, run: number): Move[] {
  const allowed: readonly string[] = allowedMoves(state)
  const moves = byPeople.filter(move => allowed.includes(move))
  return run === 0 && state.is !== 'running' ? [...moves, 'delete'] : moves
}
