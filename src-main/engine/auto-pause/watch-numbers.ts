import type { Instant } from '../../domain/ids.ts'
import { type Standing, whyNumbersOut } from '../advance.ts'
import type { EngineParts } from '../engine-parts.ts'

/** Keeps since when each running campaign idles for want of a number. @returns whether something changed */
export async function watchNumbers(
  { store }: EngineParts,
  standings: readonly Standing[],
  now: Instant,
): Promise<boolean> {
  const turned = standings.filter(
    ({ campaign, facts }) =>
      campaign.state.is === 'running' &&
      (whyNumbersOut(facts) !== null) !== (campaign.numbersOutSince !== null),
  )
  if (turned.length === 0) return false
  const written = await store.once(async tx => {
    for (const { campaign } of turned)
      await tx.pausing.setNumbersOut(campaign.id, campaign.numbersOutSince === null ? now : null)
  })
  return written !== null
}
