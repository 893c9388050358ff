import { calendarOf } from '../../domain/calendar.ts'
import type { CampaignId, PlaceId } from '../../domain/ids.ts'
import { isOpen } from '../../domain/schedule.ts'
import { areHoursLifted } from '../../engine/hours-lifted.ts'
import type { EngineTransaction } from '../../engine/ports/transaction.ts'
import type { Rulebook } from '../../engine/rulebook.ts'
import type { LedgerEntry } from '../../telephony/practice/carrier.ts'

/** On its way to the carrier an INVITE may outlast the window in which it left. */
const WIRE_MS = 1_000

/**
 * Calls that the carrier saw at an hour at which none may start: the hours of the campaign and of the law where the
 * person called is, at the carrier's own time. `null`: this campaign's hours are lifted.
 */
export async function countOutsideHours(
  tx: Pick<EngineTransaction, 'campaign' | 'place'>,
  rules: Pick<Rulebook, 'law' | 'holidays'>,
  campaign: CampaignId,
  ledger: readonly LedgerEntry[],
  placeOf: ReadonlyMap<string, PlaceId>,
): Promise<number | null> {
  const record = await tx.campaign(campaign)
  if (record === null || areHoursLifted(record)) return null
  const hours = { schedule: record.schedule, businessHours: record.businessHours, hoursLifted: false }
  let outside = 0
  for (const { sipCallId, invitedAt: at } of ledger) {
    const id = placeOf.get(sipCallId)
    if (id === undefined) continue
    const place = await tx.place(id)
    const law = rules.law({ place, purpose: record.settings.purpose, voice: 'automated', at })
    const calendar = calendarOf(hours, place, law, rules.holidays)
    if (!calendar.every(layer => isOpen(layer, at) || isOpen(layer, at - WIRE_MS))) outside += 1
  }
  return outside
}
