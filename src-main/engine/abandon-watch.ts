import { type Abandonment, abandonmentOf, abandonmentText, callsLeft } from '../domain/abandonment.ts'
import type { AbandonmentCap } from '../domain/compliance/law.ts'
import type { CampaignFacts } from '../domain/holds/facts.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/** Abandoned calls of campaigns against the caps of the law wherever they call, counted anew after each one. */
export interface AbandonWatch {
  facts(
    tx: Pick<EngineTransaction, 'resultsSince'>,
    campaign: CampaignRecord,
    caps: readonly AbandonmentCap[],
    now: Instant,
  ): Promise<CampaignFacts['abandonment']>
  /** A call was abandoned. */
  counted(campaign: CampaignId): void
}

// Answered calls only bring the share down, and it slides by days: nobody has to be quicker.
const KEPT_MS = 60_000

interface Kept {
  readonly at: Instant
  readonly caps: readonly AbandonmentCap[]
  readonly nearest: Abandonment | null
}

export function createAbandonWatch(): AbandonWatch {
  const campaigns = new Map<CampaignId, Kept>()
  return {
    facts: async (tx, { id, settings }, caps, now) => {
      let kept = campaigns.get(id)
      const isOld = kept === undefined || kept.caps !== caps || now < kept.at || now - kept.at >= KEPT_MS
      if (isOld || kept === undefined) {
        kept = { at: now, caps, nearest: await nearestCap(tx, id, caps, now) }
        campaigns.set(id, kept)
      }
      if (kept.nearest === null) return null
      const allowed = callsLeft(kept.nearest, settings.maxConcurrentCalls)
      return allowed === null ? null : { allowed, figure: abandonmentText(kept.nearest) }
    },
    counted: campaign => void campaigns.delete(campaign),
  }
}

/** The cap of which most is used up. */
async function nearestCap(
  tx: Pick<EngineTransaction, 'resultsSince'>,
  campaign: CampaignId,
  caps: readonly AbandonmentCap[],
  now: Instant,
): Promise<Abandonment | null> {
  let nearest: Abandonment | null = null
  for (const cap of caps) {
    const counted = abandonmentOf(await tx.resultsSince(campaign, now - cap.withinMs), cap)
    if (nearest === null || counted.share / cap.share > nearest.share / nearest.cap.share) nearest = counted
  }
  return nearest
}
