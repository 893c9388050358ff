import { assertNever } from '../../domain/assert-never.ts'
import { GONE_MS } from '../../domain/auto-pause.ts'
import type { PauseReason } from '../../domain/campaign-state.ts'
import type { CampaignFacts } from '../../domain/holds/facts.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import { launchDefaults } from '../../domain/launch.ts'
import { whyNumbersOut } from '../advance.ts'
import { campaignFacts } from '../campaign-facts.ts'
import type { EngineParts } from '../engine-parts.ts'
import { missingNeeds } from '../launch/needs.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import type { EngineTransaction } from '../ports/transaction.ts'
import type { GoneSince } from './gone-since.ts'

export interface Resumable {
  /** Whose cause has been gone for long enough. */
  readonly campaigns: readonly CampaignId[]
  /** When to look again; `null`: nobody waits to go on. */
  readonly due: Instant | null
}

// How soon a cause that is still there is looked at again: of the machine itself nobody tells, of all else events do.
const lookEveryMs = (reason: PauseReason): number => (reason === 'system_limit' ? 10_000 : 60_000)

/** Which campaigns may go on by themselves now. */
export async function resumable(
  parts: EngineParts,
  tx: EngineTransaction,
  gone: GoneSince,
  now: Instant,
): Promise<Resumable> {
  const waiting = await tx.pausing.mayResume()
  for (const id of gone.keys()) if (!waiting.includes(id)) gone.delete(id)
  const campaigns: CampaignId[] = []
  let due: Instant | null = null
  for (const id of waiting) {
    const campaign = await tx.campaign(id)
    if (campaign?.state.is !== 'paused') continue
    const next = await lookAt(parts, tx, campaign, campaign.state.reason, gone, now)
    if (next <= now) campaigns.push(id)
    else due = due === null ? next : Math.min(due, next)
  }
  return { campaigns, due }
}

/** @returns when it may go on, or is to be looked at again */
async function lookAt(
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  reason: PauseReason,
  gone: GoneSince,
  now: Instant,
): Promise<Instant> {
  if (!(await isGone(parts, tx, campaign, reason, now))) {
    gone.delete(campaign.id)
    return now + lookEveryMs(reason)
  }
  const known = gone.get(campaign.id)
  // A time to come shows that the clock was set back.
  const since = known === undefined || known > now ? now : known
  gone.set(campaign.id, since)
  return since + GONE_MS
}

async function isGone(
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  reason: PauseReason,
  now: Instant,
): Promise<boolean> {
  const facts = await campaignFacts(parts, tx, campaign, now)
  const isShort = (of: CampaignFacts['short'][number]['is']) => facts.short.some(({ is }) => is === of)
  switch (reason) {
    case 'insufficient_balance':
      return !isShort('balance')
    case 'budget_reached':
      return !isShort('budget')
    case 'system_limit':
      return !isShort('disk') && parts.system.overloaded() === null
    case 'provider_error':
      return facts.trunks.some(({ down, breaker }) => down === null && breaker.is === 'closed')
    case 'numbers_exhausted':
      return whyNumbersOut(facts) === null
    case 'abandon_rate':
      return facts.abandonment?.allowed !== 0
    case 'end_reached':
      return campaign.settings.keepLive || campaign.schedule.endsAt === null || campaign.schedule.endsAt > now
    case 'not_ready':
      return (await stillMissing(parts, tx, campaign, facts, now)).length === 0
    // A person decided, or is asked to.
    case 'manual':
    case 'test_finished':
      return false
    default:
      return assertNever(reason)
  }
}

const stillMissing = async (
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  { list }: CampaignFacts,
  now: Instant,
) => {
  const choices = { ...launchDefaults, keepLive: campaign.settings.keepLive }
  const launch = { do: 'launch', choices } as const
  const places = await tx.launching.places(campaign.id, launch)
  return missingNeeds(parts, tx, campaign, { launch, places, callable: list.pending + list.retry }, now)
}
