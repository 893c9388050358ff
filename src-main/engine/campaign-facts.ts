import type { CampaignFacts } from '../domain/holds.ts'
import type { Instant } from '../domain/ids.ts'
import { isLoopback } from '../domain/trunk.ts'
import type { EngineParts } from './engine-parts.ts'
import type { CampaignRecord, EngineTransaction } from './ports.ts'

/** Everything the rules want to know about one campaign now. */
export async function campaignFacts(
  { active, caps, pace, store, trunks }: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<CampaignFacts> {
  const { id, trunk } = campaign
  return {
    state: campaign.state,
    settings: campaign.settings,
    schedule: campaign.schedule,
    hoursLifted: areHoursLifted(campaign),
    hasAgent: campaign.agentVersion !== null,
    usableNumbers: campaign.usableNumbers,
    lastStartAt: campaign.lastStartAt,
    activeCalls: active.count({ campaign: id }),
    trunk: trunk && trunks.facts(trunk, active.count({ trunk: trunk.id }), now),
    workspace: { caps, activeCalls: active.count(), slot: pace.slot },
    list: await tx.list(id),
    storeProblem: store.problem()?.message ?? null,
  }
}

/** `anyTime` is honoured on this machine only: no real person is ever called outside the hours. */
export const areHoursLifted = ({ schedule, trunk }: CampaignRecord): boolean =>
  schedule.anyTime && trunk !== null && isLoopback(trunk.settings)
