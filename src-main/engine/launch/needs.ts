import type { Instant } from '../../domain/ids.ts'
import { type LaunchFacts, type MissingNeed, missingForLaunch } from '../../domain/launch-check.ts'
import type { EngineParts } from '../engine-parts.ts'
import { areHoursLifted } from '../hours-lifted.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import type { PlaceShare, WhoIsMeant } from '../ports/launch-records.ts'
import type { EngineTransaction } from '../ports/transaction.ts'

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
  const { id, schedule } = campaign
  const agent = await tx.launching.agent(id)
  return missingForLaunch(
    {
      callableContacts: callable,
      agent: agent === null ? 'none' : agent.active ? 'ready' : 'inactive',
      numbers: await tx.launching.numbers(id),
      trunks: trunksNow(dialer, campaign),
      everOpens: await everOpens({ laws }, tx, campaign, places, now),
      endsAt: schedule.endsAt,
      keepLive: launch.choices.keepLive,
    },
    now,
  )
}

/** Whether each of its trunks can be used now. */
export const trunksNow = (
  dialer: Pick<EngineParts['dialer'], 'trunkHealth'>,
  { trunks }: CampaignRecord,
): LaunchFacts['trunks'] =>
  trunks.map(({ id, name }) => {
    const health = dialer.trunkHealth(id)
    return { name, usable: health.is !== 'down', why: health.is === 'down' ? health.reason : '' }
  })

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
