import { earliestCall } from '../domain/earliest-call.ts'
import type { Hold } from '../domain/holds/hold.ts'
import { holdsOnLead } from '../domain/holds/holds.ts'
import type { Instant, LeadId } from '../domain/ids.ts'
import { localStamp } from '../domain/local-stamp.ts'
import { campaignFacts } from './campaign-facts.ts'
import type { EngineParts } from './engine-parts.ts'
import { leadFacts } from './lead-facts.ts'

/** Why one contact is not called at this moment, by the same rules that call it. */
export interface WhyNotNow {
  /** Empty: it is next in line. */
  readonly holds: readonly Hold[]
  /** When it could be called first; `null`: no time can be told. */
  readonly earliest: Instant | null
  /** Wall clock of the called party with zone: `2026-11-26 09:00 Europe/Berlin`. */
  readonly localTime: string
}

/** @returns `null` where there is no such contact in a campaign */
export async function whyNotNow(parts: EngineParts, lead: LeadId): Promise<WhyNotNow | null> {
  const read = await parts.store.read(async tx => {
    const now = parts.clock.now()
    const candidate = await tx.candidate(lead)
    const campaign = candidate && (await tx.campaign(candidate.campaign))
    if (candidate === null || campaign === null) return null
    const place = await parts.laws.at(tx, campaign, candidate.place, now)
    const holds = holdsOnLead(
      await leadFacts(tx, campaign, candidate, place, now),
      await campaignFacts(parts, tx, campaign, now),
      now,
    )
    return {
      holds,
      earliest: earliestCall(holds, place.calendar, now),
      localTime: localStamp(now, place.place.zones[0] ?? 'UTC'),
    }
  })
  return read?.value ?? null
}
