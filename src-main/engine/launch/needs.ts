import type { Instant } from '../../domain/ids.ts'
import { type MissingNeed, missingForLaunch } from '../../domain/launch-check.ts'
import type { EngineParts } from '../engine-parts.ts'
import { areHoursLifted } from '../hours-lifted.ts'
import type { CampaignRecord, EngineTransaction } from '../ports.ts'
import type { PlaceShare, WhoIsMeant } from './launch-records.ts'

export interface Wanted {
  readonly launch: WhoIsMeant
  readonly places: readonly PlaceShare[]
  /** How many it would call. */
  readonly callable: number
}

/** What is still missing before this campaign may run. */
export async function missingNeeds(
  { dialer, laws }: Pick<EngineParts, 'dialer' | 'laws'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  { launch, places, callable }: Wanted,
  now: Instant,
): Promise<readonly MissingNeed[]> {
  const { id, trunk, schedule } = campaign
  const health = trunk && dialer.trunkHealth(trunk.id)
  const agent = await tx.launching.agent(id)
  return missingForLaunch(
    {
      callableContacts: callable,
      agent: agent === null ? 'none' : agent.active ? 'ready' : 'inactive',
      numbers: await tx.launching.numbers(id),
      trunk: health && { usable: health.is !== 'down', why: health.is === 'down' ? health.reason : '' },
      everOpens: await everOpens({ laws }, tx, campaign, places, now),
      endsAt: schedule.endsAt,
      keepLive: launch.choices.keepLive,
    },
    now,
  )
}

/** Whether the hours of some place are ever open, within the calendar's year; without contacts: whether it has hours. */
async function everOpens(
  { laws }: Pick<EngineParts, 'laws'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  places: readonly PlaceShare[],
  now: Instant,
): Promise<boolean> {
  for (const { place } of places) {
    const { state } = await laws.at(tx, campaign, place, now)
    if (state.opensAt !== null) return true
  }
  if (places.length > 0) return false
  const { windows } = campaign.businessHours ?? campaign.schedule
  return areHoursLifted(campaign) || Object.values(windows).some(ranges => ranges.length > 0)
}
