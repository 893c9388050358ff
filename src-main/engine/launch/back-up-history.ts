import type { CampaignId, ContactId, Instant } from '../../domain/ids.ts'
import type { EngineParts } from '../engine-parts.ts'

/** Writes what a reset is about to clear into a file. @returns its name */
export async function backUpHistory(
  parts: Pick<EngineParts, 'store' | 'backup' | 'report'>,
  campaign: CampaignId,
  at: Instant,
): Promise<string | 'failed'> {
  if (parts.backup === null) return 'failed'
  try {
    return await parts.backup(`history-campaign-${campaign}-${at}.jsonl`, linesOf(parts, campaign))
  } catch (error) {
    parts.report(error)
    return 'failed'
  }
}

async function* linesOf({ store }: Pick<EngineParts, 'store'>, campaign: CampaignId): AsyncGenerator<string> {
  const optOuts = await store.read(tx => tx.launching.optOutLines(campaign))
  if (optOuts === null) throw new Error('The history could not be read, so nothing was cleared')
  yield* optOuts.value
  let after = 0 as ContactId
  for (;;) {
    const from = after
    const part = await store.read(tx => tx.launching.history(campaign, from))
    if (part === null) throw new Error('The history could not be read, so nothing was cleared')
    yield* part.value.lines
    if (!part.value.more) return
    after = part.value.last
  }
}
