import { holdsOnCampaign } from '../domain/holds/holds.ts'
import type { CampaignId } from '../domain/ids.ts'
import { type Wait, type WaitingCell, waitsOf } from '../domain/waits.ts'
import { campaignFacts } from './campaign-facts.ts'
import type { EngineParts } from './engine-parts.ts'

/** Who of a running campaign waits for what; empty where it does not run. */
export async function waits(parts: EngineParts, id: CampaignId): Promise<readonly Wait[]> {
  const read = await parts.store.read(async tx => {
    const now = parts.clock.now()
    const campaign = await tx.campaign(id)
    if (campaign?.state.is !== 'running') return []
    const facts = await campaignFacts(parts, tx, campaign, now)
    const cells: WaitingCell[] = []
    for (const cell of await tx.queue(id)) {
      const { place, state } = await parts.laws.at(tx, campaign, cell.place, now)
      const first = await tx.firstTurn(id, cell)
      cells.push({
        zone: place.zones[0] ?? 'UTC',
        calendar: state,
        holds: cell.holds,
        readyAt: first?.readyAt ?? now,
      })
    }
    return waitsOf(cells, facts, holdsOnCampaign(facts, now), now)
  })
  return read?.value ?? []
}
