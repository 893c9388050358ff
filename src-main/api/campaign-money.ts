import type { CampaignLive } from '../contract/campaigns.ts'
import { costSoFar } from '../domain/cost.ts'
import type { TrunkId } from '../domain/ids.ts'
import type { ActiveCall } from '../engine/active-calls.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readTrunkMoney } from '../store/trunk-money.ts'
import type { Services } from './services.ts'

/** What a campaign has cost by now, against its budget and its trunk's credit; `null`: its trunk has no rates. */
export async function campaignMoney(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { trunk, settings, costMicros }: Pick<ListedCampaign, 'trunk' | 'settings' | 'costMicros'>,
  active: readonly ActiveCall[],
): Promise<CampaignLive['money']> {
  const used = trunk?.id ?? (await defaultTrunk(db))
  const money = used === null ? null : await readTrunkMoney(db, used)
  if (money === null || money.rates === null) return null
  const { rates, balanceMicros } = money
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

async function defaultTrunk(db: Services['db']): Promise<TrunkId | null> {
  const row = await db.selectFrom('trunks').select('id').where('is_default', '=', 1).executeTakeFirst()
  return row?.id ?? null
}
