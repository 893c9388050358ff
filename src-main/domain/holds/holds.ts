import type { Instant } from '../ids.ts'
import { equipmentHolds } from './equipment-holds.ts'
import type { CampaignFacts, LeadFacts } from './facts.ts'
import type { CampaignHold, Hold } from './hold.ts'
import { ownHolds } from './own-holds.ts'
import { paceHolds } from './pace-holds.ts'
import { startHolds, waitHolds } from './wait-holds.ts'

/** Everything that keeps a campaign from starting a call now, most telling first; empty: it may. */
export function holdsOnCampaign(facts: CampaignFacts, now: Instant): readonly CampaignHold[] {
  const standing = standingHold(facts, now)
  return standing
    ? [standing]
    : [...equipmentHolds(facts, now), ...waitHolds(facts, now), ...paceHolds(facts, now)]
}

/** Everything that keeps one contact from being called now: its own reasons, then the campaign's. */
export function holdsOnLead(lead: LeadFacts, facts: CampaignFacts, now: Instant): readonly Hold[] {
  const own = ownHolds(lead, now)
  if (own.some(isForGood)) return own
  const standing = standingHold(facts, now)
  if (standing) return [...own, standing]
  return [...own, ...startHolds(facts, now), ...equipmentHolds(facts, now), ...paceHolds(facts, now)]
}

/** Nothing but a change of the contact itself lifts it. */
const isForGood = (hold: Hold): boolean => hold.is === 'finished' || hold.is === 'skipped'

function standingHold({ state, schedule }: CampaignFacts, now: Instant): CampaignHold | null {
  const { startsAt, zone } = schedule
  if (state.is === 'scheduled' && startsAt !== null && startsAt > now)
    return { is: 'before-start', until: startsAt, zone }
  return state.is === 'running' ? null : { is: 'not-running', state: state.is, until: null }
}
