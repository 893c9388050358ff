import { closedZone } from '../domain/holds/closed.ts'
import type { CampaignId, PlaceId } from '../domain/ids.ts'
import type { PlaceOfLead } from '../domain/short-wait.ts'
import type { EngineParts } from './engine-parts.ts'

/** Whether a running campaign may call each of these places now; `null`: it does not run. */
export async function placesNow(
  parts: EngineParts,
  id: CampaignId,
  places: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, PlaceOfLead> | null> {
  const read = await parts.store.read(async tx => {
    const now = parts.clock.now()
    const campaign = await tx.campaign(id)
    if (campaign?.state.is !== 'running') return null
    const found = new Map<PlaceId, PlaceOfLead>()
    for (const each of new Set(places)) {
      const { place, state } = await parts.laws.at(tx, campaign, each, now)
      found.set(each, { zone: closedZone(state, place.zones[0] ?? 'UTC'), calendar: state })
    }
    return found
  })
  return read?.value ?? null
}
