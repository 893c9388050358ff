import type { CampaignId } from '../../domain/ids.ts'
import { fromJson, toJson } from '../../store/json.ts'
import { setTrunks } from '../../store/set-trunks.ts'
import { mustWrite } from '../must-write.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Leads a campaign to the practice carrier, which carries as much as its trunks together, by the rates and the credit
 * of the first.
 */
export async function toPracticeCarrier(
  { store, practice, now }: Workspace,
  campaign: CampaignId,
): Promise<void> {
  const trunk = await practice.open()
  await mustWrite(store, async tx => {
    const before = await tx
      .selectFrom('used_trunks')
      .innerJoin('trunks', 'trunks.id', 'used_trunks.trunk_id')
      .selectAll('trunks')
      .where('used_trunks.campaign_id', '=', campaign)
      .orderBy('used_trunks.position')
      .execute()
    await setTrunks(tx, campaign, [trunk])
    await tx.updateTable('campaigns').set({ changed_at: now() }).where('id', '=', campaign).execute()
    const [first] = before
    if (first === undefined || (first.id === trunk && before.length === 1)) return
    const own = await tx
      .selectFrom('trunks')
      .select('settings')
      .where('id', '=', trunk)
      .executeTakeFirstOrThrow()
    const limits = before.map(({ settings }) => fromJson(settings))
    await tx
      .updateTable('trunks')
      .set({
        settings: toJson({
          ...fromJson(own.settings),
          maxCalls: limits.reduce((sum, { maxCalls }) => sum + maxCalls, 0),
          callsPerSecond: limits.reduce((sum, { callsPerSecond }) => sum + callsPerSecond, 0),
        }),
        rates: first.rates,
        balance_micros: first.balance_micros,
      })
      .where('id', '=', trunk)
      .execute()
  })
}
