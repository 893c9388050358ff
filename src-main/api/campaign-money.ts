import type { CampaignLive } from '../contract/campaigns.ts'
import { costSoFar } from '../domain/cost.ts'
import type { ActiveCall } from '../engine/active-calls.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readUsedTrunk } from '../store/read-used-trunk.ts'
import type { Services } from './services.ts'

/** What a campaign has cost by now, against its budget and its trunk's credit; `null`: its trunk has no rates. */
export async function campaignMoney(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { id, settings, costMicros }: Pick<ListedCampaign, 'id' | 'settings' | 'costMicros'>,
  active: readonly ActiveCall[],
): Promise<CampaignLive['money']> {
  const trunk = await readUsedTrunk(db, id)
  if (trunk === null || trunk.rates === null) return null
  const { rates, balanceMicros } = trunk
  const running = active
    .filter(({ state }) => state === 'answered')
    .reduce((sum, { to, since }) => sum + costSoFar(rates, to, since, now()), 0)
  return {
    currency: rates.currency,
    costMicros: costMicros + running,
    budgetMicros: settings.budgetMicros,
    balanceMicros,
  }
}
