import { capHolds } from '../domain/attempt-caps.ts'
import { consentHeld } from '../domain/compliance/consent.ts'
import type { Law } from '../domain/compliance/law.ts'
import type { LeadFacts } from '../domain/holds/facts.ts'
import type { ContactId, Instant } from '../domain/ids.ts'
import { neverDialled } from '../numbering/never-dialled.ts'
import { consentNeed } from './consent-need.ts'
import type { PlaceNow } from './law-book.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { LeadCandidate } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

// No cap and no pause of any rule reaches further back.
export const HISTORY_MS = 60 * 24 * 3_600_000

/** Everything the rules want to know about one contact, law and consent included. */
export async function leadFacts(
  tx: EngineTransaction,
  campaign: CampaignRecord,
  lead: LeadCandidate,
  { place, law, state }: PlaceNow,
  now: Instant,
): Promise<LeadFacts> {
  const { phone, contact } = lead
  const { attemptsPerDay, attemptsPerWeek } = campaign.settings
  const past = phone === null ? [] : await tx.pastAttempts(phone, contact, now - HISTORY_MS)
  const caps = capHolds({
    past,
    number: phone ?? '',
    contact,
    perDay: attemptsPerDay,
    perWeek: attemptsPerWeek,
    law,
    zones: place.zones,
    now,
  })
  return {
    status: lead.status,
    skipReason: lead.skipReason,
    readyAt: lead.readyAt,
    hold: lead.hold,
    zone: place.zones[0] ?? 'UTC',
    hasNumber: phone !== null,
    forbidden: phone === null ? null : (neverDialled(phone) ?? (await tx.blocked(phone, place.country))),
    suppressed: phone === null ? null : await tx.suppression(phone, campaign.id, now),
    isBusy: lead.isBusy,
    lacksConsent: await lackedConsent(tx, campaign, contact, law, now),
    // An agreed call back goes beyond the campaign's own caps, never beyond the law's.
    caps: lead.agreedAt === null ? caps : caps.filter(({ is }) => is === 'law-cap' || is === 'law-pause'),
    calendar: state,
    leftOutOfTest: campaign.testContacts !== null && !lead.sampled,
  }
}

/** Kind of consent that is asked for and not on file. */
async function lackedConsent(
  tx: EngineTransaction,
  campaign: CampaignRecord,
  contact: ContactId,
  law: Law,
  now: Instant,
): Promise<LeadFacts['lacksConsent']> {
  const need = consentNeed(campaign, law)
  if (need === 'none') return null
  return consentHeld(await tx.consents(contact), campaign.settings.purpose, need, now) ? null : need
}
