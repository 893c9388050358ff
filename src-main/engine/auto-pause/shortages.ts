import { balanceFigure, budgetFigure } from '../../domain/budget.ts'
import { costSoFar, type LongestCall, mayCost } from '../../domain/cost.ts'
import type { CampaignFacts } from '../../domain/holds/facts.ts'
import type { CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import { currencyOf } from '../../domain/rates.ts'
import type { EngineParts } from '../engine-parts.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import type { EngineTransaction } from '../ports/transaction.ts'

type Shortage = CampaignFacts['short'][number]

/** What a campaign's money or this machine's disk is short of. */
export function shortages(
  parts: Pick<EngineParts, 'active' | 'caps' | 'system'>,
  campaign: CampaignRecord,
  credits: Credits,
  now: Instant,
): readonly Shortage[] {
  const found: Shortage[] = []
  const add = (is: Shortage['is'], why: string | null) => {
    if (why !== null) found.push({ is, why })
  }
  add('disk', parts.system.diskFull(parts.caps.freeDiskBytes))
  add('budget', budget(parts, campaign, now))
  add('balance', noCredit(campaign, credits))
  return found
}

function budget(
  { active }: Pick<EngineParts, 'active'>,
  { id, trunks, settings, costMicros }: CampaignRecord,
  now: Instant,
): string | null {
  const currency = currencyOf(trunks)
  if (settings.budgetMicros === null || currency === null) return null
  const rates = new Map(trunks.map(trunk => [trunk.id, trunk.rates]))
  const running = active
    .list()
    .filter(call => call.campaign === id && call.state === 'answered')
    .reduce((sum, { trunk, to, since }) => sum + costSoFar(rates.get(trunk) ?? null, to, since, now), 0)
  return budgetFigure({ budgetMicros: settings.budgetMicros, spentMicros: costMicros + running, currency })
}

/** The figure in words once the credit of no trunk covers another call. */
function noCredit({ trunks }: CampaignRecord, credits: Credits): string | null {
  if (trunks.length === 0 || trunks.some(({ id }) => !credits.has(id))) return null
  return trunks
    .map(({ id, name }) => (trunks.length === 1 ? credits.get(id) : `${name}: ${credits.get(id)}`))
    .join('; ')
}

/** Trunks whose credit is too small for one more call, each with its figure in words. */
export type Credits = ReadonlyMap<TrunkId, string>

/** Every call of a trunk that is up, and the next one of this campaign, each as long as its agent may talk. */
export async function shortCredits(
  { active }: Pick<EngineParts, 'active'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
): Promise<Credits> {
  const counted = campaign.trunks.filter(
    ({ rates, balanceMicros }) => rates !== null && balanceMicros !== null,
  )
  if (counted.length === 0) return new Map()
  const longest = new Map<CampaignId, number>()
  const longestOf = async (id: CampaignId): Promise<number> => {
    const known = longest.get(id) ?? (await longestCallMs(tx, id))
    longest.set(id, known)
    return known
  }
  const next = await nextNumber(tx, campaign.id)
  const short = new Map<TrunkId, string>()
  for (const { id, rates, balanceMicros } of counted) {
    const up = active.list().filter(call => call.trunk === id)
    const calls: LongestCall[] = []
    for (const { to, campaign: of } of up) calls.push({ number: to, longestMs: await longestOf(of) })
    if (next !== null) calls.push({ number: next, longestMs: await longestOf(campaign.id) })
    const figure = balanceFigure({
      balanceMicros,
      currency: rates?.currency ?? '',
      activeCalls: up.length,
      mayCostMicros: mayCost(rates, calls),
    })
    if (figure !== null) short.set(id, figure)
  }
  return short
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
