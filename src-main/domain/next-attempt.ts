import type { CapHold } from './attempt-caps.ts'
import type { CampaignSettings } from './campaign.ts'
import type { Calendar } from './hours.ts'
import type { Instant } from './ids.ts'
import type { LeadHold } from './lead.ts'
import type { EndedCall, NextStep } from './retry.ts'
import type { RetryQuestion } from './retry-plan.ts'

export interface AttemptQuestion {
  readonly step: Extract<NextStep, { is: 'retry' }>
  readonly ended: EndedCall
  /** When the call ended. */
  readonly at: Instant
  /** When this contact was tried in this campaign, this time included, oldest first. */
  readonly tries: readonly Instant[]
  readonly settings: Pick<CampaignSettings, 'varyTimeOfDay'>
  /** Of the number that is called next. */
  readonly calendar: Calendar
  readonly zone: string
  /** Which caps would hold it at that time. */
  readonly capsAt: (at: Instant) => readonly CapHold[]
  /** `planRetry`, or one that remembers its answers. */
  readonly plan: (question: RetryQuestion) => Instant
}

/** When a contact is called next, and what it waits for until then. */
export interface NextAttempt {
  readonly readyAt: Instant
  readonly hold: LeadHold | null
}

// Each round moves it behind a cap that ended later; a contact has few of them.
const MOST_ROUNDS = 5

/** Inside the windows, in another part of the day where that is wanted, and when no cap holds it any more. */
export function nextAttempt(question: AttemptQuestion): NextAttempt {
  const { step, at, tries, calendar, zone, capsAt, plan } = question
  const vary = varies(question)
  const open = (earliest: Instant) => plan({ earliest, past: tries, vary, calendar, zone })
  const isAgreed = step.agreedAt !== null
  // An agreed call back goes beyond the campaign's own caps, never beyond the law's.
  const binding = ({ is }: CapHold) => !isAgreed || is === 'law-cap' || is === 'law-pause'

  let readyAt = open(step.agreedAt ?? at + step.afterMs)
  let hold = step.hold
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const last = lastToEnd(capsAt(readyAt).filter(binding))
    if (last === null) break
    readyAt = open(last.until)
    hold = capNames[last.is]
  }
  return { readyAt, hold }
}

/** Never after `busy`, to a number not tried yet, at an agreed time, or where hours play no part. */
const varies = ({ step, ended, settings, calendar }: AttemptQuestion): boolean =>
  settings.varyTimeOfDay && ended.result !== 'busy' && step.hold === 'retry_interval' && calendar.length > 0

/** The cap that keeps a contact longest; `null`: none does. */
export const lastToEnd = (holds: readonly CapHold[]): CapHold | null =>
  holds.reduce<CapHold | null>((last, hold) => (last === null || hold.until > last.until ? hold : last), null)

/** How a cap is kept with the contact that waits for its end. */
export const capNames = {
  'day-cap': 'day_cap',
  'week-cap': 'week_cap',
  'law-cap': 'law_cap',
  'law-pause': 'law_pause',
} as const satisfies Record<CapHold['is'], LeadHold>
