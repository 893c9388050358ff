import type { CampaignMove } from '../domain/campaign-state.ts'
import { type CampaignFacts, type Hold, holdsOnCampaign } from '../domain/holds.ts'
import type { Instant } from '../domain/ids.ts'
import type { EngineParts } from './engine-parts.ts'
import type { CampaignRecord } from './ports.ts'

export interface Standing {
  readonly campaign: CampaignRecord
  readonly facts: CampaignFacts
  readonly holds: readonly Hold[]
}

/** What a campaign does by itself now, and when its schedule or a rule wants to be looked at again. */
export interface Advance {
  readonly move: CampaignMove | null
  readonly due: Instant | null
}

export function advance(parts: EngineParts, { campaign, facts, holds }: Standing, now: Instant): Advance {
  const { schedule, settings } = campaign
  switch (campaign.state.is) {
    case 'scheduled':
      if (schedule.endsAt !== null && schedule.endsAt <= now) return moving(endReached)
      if (schedule.startsAt === null || schedule.startsAt <= now) return moving({ do: 'start' })
      return { move: null, due: schedule.startsAt }
    case 'draining':
      return facts.activeCalls === 0 ? moving({ do: 'rest' }) : { move: null, due: null }
    case 'running': {
      const endsAt = settings.keepLive ? null : schedule.endsAt
      if (endsAt !== null && endsAt <= now) return moving(endReached)
      const { pending, retry } = facts.list
      if (pending + retry === 0 && facts.activeCalls === 0 && !settings.keepLive)
        return moving({ do: 'use_up' })
      if (campaign.usableNumbers === 0) return moving(noNumber)
      const rule = parts.trunks.providerError(campaign, waitsForTrunkOnly(holds), now)
      if (rule.is === 'broken') return moving({ do: 'pause', reason: 'provider_error', detail: rule.figure })
      return { move: null, due: earliest([endsAt, rule.until]) }
    }
    default:
      return { move: null, due: null }
  }
}

const endReached: CampaignMove = {
  do: 'pause',
  reason: 'end_reached',
  detail: 'The end of the schedule has come',
}

const noNumber: CampaignMove = {
  do: 'pause',
  reason: 'numbers_exhausted',
  detail: 'None of its caller numbers is switched on',
}

const moving = (move: CampaignMove): Advance => ({ move, due: null })

/** Neither the clock nor the list keeps it: it would call if the trunk let it. */
const waitsForTrunkOnly = (holds: readonly Hold[]): boolean =>
  !holds.some(
    ({ is }) =>
      is === 'outside-hours' || is === 'before-start' || is === 'retry-later' || is === 'nobody-left',
  )

export const earliest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce((first, time) => (time !== null && (first === null || time < first) ? time : first), null)

export const standing = (campaign: CampaignRecord, facts: CampaignFacts, now: Instant): Standing => ({
  campaign,
  facts,
  holds: holdsOnCampaign(facts, now),
})
