import type { CampaignId, Instant } from '../../domain/ids.ts'
import { exclusionLines, type LaunchPreview } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { type KeptBy, keepers, type WhoIsMeant } from './launch-records.ts'

/** The subtraction of the dialog, from all that may be called to those that will be. */
export type LaunchCount = Omit<LaunchPreview, 'missing' | 'trunksOut' | 'checks'>

/** One question after the other, so that calls and windows have their turn in between; `null`: it cannot be read. */
export async function countLaunch(
  { store }: Pick<EngineParts, 'store'>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  now: Instant,
): Promise<LaunchCount | null> {
  const totals = await store.read(tx => tx.launching.totals(campaign, launch))
  if (totals === null) return null
  const kept = new Map<KeptBy, number>()
  for (const by of keepers) {
    await new Promise(resolve => setImmediate(resolve))
    const read = await store.read(tx => tx.launching.keptBy(campaign, launch, by, now))
    if (read === null) return null
    kept.set(by, read.value)
  }
  const of = (by: KeptBy) => kept.get(by) ?? 0
  const callable = totals.value.meant - of('numberless')
  let left = callable
  const lines = exclusionLines.map(line => {
    left -= of(line)
    return { line, removed: of(line), left }
  })
  return {
    inCampaign: totals.value.inCampaign,
    callable,
    lines,
    keptOutByDoNotCall: of('do_not_call'),
    willBeCalled: left - of('do_not_call'),
  }
}
