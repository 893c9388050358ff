import type { CampaignLive } from '../contract/campaigns.ts'
import { costSoFar } from '../domain/cost.ts'
import { currencyOf } from '../domain/rates.ts'
import type { ActiveCall } from '../engine/active-calls.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readUsedTrunks, type UsedTrunk } from '../store/read-used-trunks.ts'
import type { Services } from './services.ts'

/** What a campaign has cost by now, against its budget and its trunks' credit; `null`: its trunks have no rates. */
export async function campaignMoney(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { id, settings, costMicros }: Pick<ListedCampaign, 'id' | 'settings' | 'costMicros'>,
  active: readonly ActiveCall[],
): Promise<CampaignLive['money']> {
  const trunks = await readUsedTrunks(db, id)
  const currency = currencyOf(trunks)
  if (currency === null) return null
  const ratesOf = (call: ActiveCall) => trunks.find(trunk => trunk.id === call.trunk)?.rates ?? null
  const running = active
    .filter(({ state }) => state === 'answered')
    .reduce((sum, call) => sum + costSoFar(ratesOf(call), call.to, call.since, now()), 0)
  return {
    currency,
    costMicros: costMicros + running,
    budgetMicros: settings.budgetMicros,
    balanceMicros: creditOf(trunks),
  }
}

const creditOf = (trunks: readonly UsedTrunk[]): number | null =>
  trunks.reduce<number | null>(
    (sum, { balanceMicros }) => (sum === null || balanceMicros === null ? null : sum + balanceMicros),
    0,
  )
