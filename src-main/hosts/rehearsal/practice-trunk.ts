import type { CampaignId } from '../../domain/ids.ts'
import { fromJson, toJson } from '../../store/json.ts'
import { mustWrite } from '../must-write.ts'
import type { Workspace } from '../workspace.ts'

/** Leads a campaign to the practice carrier, with the limits, rates and credit of the trunk that it has. */
export async function toPracticeCarrier(
  { store, practice, now }: Workspace,
  campaign: CampaignId,
): Promise<void> {
  const trunk = await practice.open()
  await mustWrite(store, async tx => {
    const { trunk_id: chosen } = await tx
      .selectFrom('campaigns')
      .select('trunk_id')
      .where('id', '=', campaign)
      .executeTakeFirstOrThrow()
    const all = await tx.selectFrom('trunks').selectAll().execute()
    const before = all.find(({ id, is_default }) => (chosen === null ? is_default === 1 : id === chosen))
    await tx
      .updateTable('campaigns')
      .set({ trunk_id: trunk, changed_at: now() })
      .where('id', '=', campaign)
      .execute()
    if (before === undefined || before.id === trunk) return
    const own = all.find(({ id }) => id === trunk)
    if (own === undefined) throw new Error(`there is no trunk ${trunk}`)
    const { maxCalls, callsPerSecond } = fromJson(before.settings)
    await tx
      .updateTable('trunks')
      .set({
        settings: toJson({ ...fromJson(own.settings), maxCalls, callsPerSecond }),
        rates: before.rates,
        balance_micros: before.balance_micros,
      })
      .where('id', '=', trunk)
      .execute()
  })
}
