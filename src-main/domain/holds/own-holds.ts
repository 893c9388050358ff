import type { Instant } from '../ids.ts'
import type { LeadHold, SkipReason } from '../lead.ts'
import { closedBy, closedZone } from './closed.ts'
import type { LeadFacts } from './facts.ts'
import type { Hold, LeadOwnHold, LeadWait } from './hold.ts'
import { waitNames } from './wait-names.ts'

/** What keeps one contact from being called now, whatever its campaign may do. */
export function ownHolds(lead: LeadFacts, now: Instant): readonly (LeadOwnHold | LeadWait)[] {
  const { status, skipReason, suppressed, forbidden, lacksConsent, calendar, zone } = lead
  if (status === 'skipped') return [{ is: 'skipped', reason: skipReason ?? 'manual', until: null }]
  if (status === 'queued' || status === 'dialing' || status === 'in_call')
    return [{ is: 'on-call', until: null }]
  if (status !== 'pending' && status !== 'retry') return [{ is: 'finished', status, until: null }]
  const holds: (LeadOwnHold | LeadWait)[] = []
  if (suppressed !== null) holds.push({ is: 'do-not-call', scope: suppressed, until: null })
  if (!lead.hasNumber) holds.push({ is: 'no-phone', until: null })
  if (forbidden !== null) holds.push({ is: 'forbidden', why: forbidden, until: null })
  if (lacksConsent !== null) holds.push({ is: 'no-consent', need: lacksConsent, until: null })
  if (lead.leftOutOfTest) holds.push({ is: 'test-only', until: null })
  if (lead.isBusy) holds.push({ is: 'number-busy', until: null })
  holds.push(...lead.caps)
  // A cap tells itself, with its figures; one that was raised since holds until the contact is looked at again.
  if (lead.readyAt > now && (!isCap(lead.hold) || lead.caps.length === 0))
    holds.push({ is: waitNames[lead.hold ?? 'retry_interval'], until: lead.readyAt, zone })
  if (!calendar.open)
    holds.push({
      is: 'contact-hours',
      until: calendar.opensAt,
      zone: closedZone(calendar, zone),
      by: closedBy(calendar),
    })
  return holds
}

/** What becomes of a contact that may not be called now: `null` for a wait. */
export const skipReasonOf = (hold: Hold): SkipReason | null => {
  switch (hold.is) {
    case 'do-not-call':
      return hold.scope === 'all' ? 'dnc' : 'opted_out'
    case 'no-phone':
      return 'no_number'
    case 'forbidden':
      return 'invalid_number'
    case 'no-consent':
      return 'no_consent'
    default:
      return null
  }
}

const isCap = (hold: LeadHold | null): boolean =>
  hold === 'day_cap' || hold === 'week_cap' || hold === 'law_cap' || hold === 'law_pause'
