import type { CampaignId, Instant } from '../../domain/ids.ts'
import { exclusionLines, type LaunchPreview } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { type KeptBy, keepers, type WhoIsMeant } from '../ports/launch-records.ts'

/** The subtraction of the dialog, from all that may be called to those that will be. */
export type LaunchCount = Omit<LaunchPreview, 'missing' | 'trunksOut' | 'checks'>

/** @throws `NotRead` and what the counts themselves reject with */
export async function countLaunch(
  { counts }: Pick<EngineParts, 'counts'>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  now: Instant,
): Promise<LaunchCount> {
  const totals = await counts.totals(campaign, launch)
  const kept = new Map<KeptBy, number>()
  for (const by of keepers) kept.set(by, await counts.keptBy(campaign, launch, by, now))
  const of = (by: KeptBy) => kept.get(by) ?? 0
  const callable = totals.meant - of('numberless')
  let left = callable
  const lines = exclusionLines.map(line => {
    left -= of(line)
    return { line, removed: of(line), left }
  })
  return {
    inCampaign: totals.inCampaign,
    callable,
    lines,
    keptOutByDoNotCall: of('do_not_call'),
    willBeCalled: left - of('do_not_call'),
  }
}
