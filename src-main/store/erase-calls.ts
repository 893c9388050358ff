import type { CallId, CampaignId } from '../domain/ids.ts'
import type { Change } from './change.ts'

// Calls per transaction: their conversations and traces are some hundred rows each.
const BATCH = 100

/**
 * Takes what was said, traces, audio figures and recordings of a deleted campaign's calls away for good. The bare
 * attempts stay: the law's caps count them. Goes on where an earlier run ended.
 *
 * @param removeFile deletes a recording, given relative to the data folder; one that is gone already is no error
 * @returns how many calls were erased
 */
export async function eraseCalls(
  change: Change,
  campaign: CampaignId,
  removeFile: (path: string) => Promise<void>,
): Promise<number> {
  let erased = 0
  let after = 0 as CallId
  for (;;) {
    const from = after
    const calls = await change(tx =>
      tx
        .selectFrom('calls')
        .select(['id', 'recording'])
        .where('campaign_id', '=', campaign)
        .where('id', '>', from)
        .orderBy('id')
        .limit(BATCH)
        .execute(),
    )
    const last = calls.at(-1)
    if (last === undefined) break
    for (const { recording } of calls) if (recording !== null) await removeFile(recording)
    const ids = calls.map(({ id }) => id)
    await change(async tx => {
      await tx.deleteFrom('call_events').where('call_id', 'in', ids).execute()
      await tx.deleteFrom('call_traces').where('call_id', 'in', ids).execute()
      await tx.updateTable('calls').set({ media: null, recording: null }).where('id', 'in', ids).execute()
    })
    erased += calls.length
    after = last.id
  }
  await change(tx => tx.updateTable('campaigns').set({ erasing: 0 }).where('id', '=', campaign).execute())
  return erased
}
