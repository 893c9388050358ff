import { balanceFigure, budgetFigure } from '../../domain/budget.ts'
import { costSoFar, type LongestCall, mayCost } from '../../domain/cost.ts'
import type { CampaignFacts } from '../../domain/holds.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { EngineParts } from '../engine-parts.ts'
import type { CampaignRecord, EngineTransaction } from '../ports.ts'

type Shortage = CampaignFacts['short'][number]

/** What a campaign's money or this machine's disk is short of. */
export async function shortages(
  parts: Pick<EngineParts, 'active' | 'caps' | 'system'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<readonly Shortage[]> {
  const found: Shortage[] = []
  const add = (is: Shortage['is'], why: string | null) => {
    if (why !== null) found.push({ is, why })
  }
  add('disk', parts.system.diskFull(parts.caps.freeDiskBytes))
  if (campaign.rates !== null) {
    add('budget', budget(parts, campaign, campaign.rates, now))
    add('balance', await balance(parts, tx, campaign, campaign.rates))
  }
  return found
}

function budget(
  { active }: Pick<EngineParts, 'active'>,
  { id, settings, costMicros }: CampaignRecord,
  rates: RateTable,
  now: Instant,
): string | null {
  if (settings.budgetMicros === null) return null
  const running = active
    .list()
    .filter(call => call.campaign === id && call.state === 'answered')
    .reduce((sum, { to, since }) => sum + costSoFar(rates, to, since, now), 0)
  return budgetFigure({
    budgetMicros: settings.budgetMicros,
    spentMicros: costMicros + running,
    currency: rates.currency,
  })
}

/** Every call of the trunk that is up, and the next one of this campaign, each as long as its agent may talk. */
async function balance(
  { active }: Pick<EngineParts, 'active'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  rates: RateTable,
): Promise<string | null> {
  const { balanceMicros, trunk } = campaign
  if (balanceMicros === null || trunk === null) return null
  const longest = new Map<CampaignId, number>()
  const longestOf = async (id: CampaignId): Promise<number> => {
    const known = longest.get(id) ?? (await longestCallMs(tx, id))
    longest.set(id, known)
    return known
  }
  const up = active.list().filter(call => call.trunk === trunk.id)
  const calls: LongestCall[] = []
  for (const { to, campaign: of } of up) calls.push({ number: to, longestMs: await longestOf(of) })
  const next = await nextNumber(tx, campaign.id)
  if (next !== null) calls.push({ number: next, longestMs: await longestOf(campaign.id) })
  return balanceFigure({
    balanceMicros,
    currency: rates.currency,
    activeCalls: up.length,
    mayCostMicros: mayCost(rates, calls),
  })
}

async function longestCallMs(tx: EngineTransaction, id: CampaignId): Promise<number> {
  const version = (await tx.campaign(id))?.agentVersion ?? null
  return version === null ? 0 : (await tx.flow(version)).maxCallSeconds * 1000
}

/** Whom it would call next, hours aside. */
async function nextNumber(tx: EngineTransaction, campaign: CampaignId): Promise<string | null> {
  const [cell] = await tx.queue(campaign)
  const turn = cell === undefined ? null : await tx.firstTurn(campaign, cell)
  return turn && ((await tx.candidate(turn.lead))?.phone ?? null)
}
