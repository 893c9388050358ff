import { type CapHold, capHolds } from '../../domain/attempt-caps.ts'
import type { Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import { capNames, lastToEnd, nextAttempt } from '../../domain/next-attempt.ts'
import { nextStep } from '../../domain/retry.ts'
import { anyContact, anyNumber, createAttemptBook } from './attempt-book.ts'
import type { ForecastInput, ForecastPlace } from './forecast-input.ts'
import { type LeadStates, leadStates } from './lead-state.ts'
import type { SimulatedCall } from './outcomes.ts'
import { createRetryTimes, type RetryTimes } from './retry-times.ts'

/** What becomes of the leads within one run: their attempts, caps, retries and ends. */
export interface LeadCalls {
  readonly states: LeadStates
  /** The cap that keeps this lead longest from being called now; `null`: none does. */
  cap(lead: number, now: Instant): CapHold | null
  park(lead: number, cap: CapHold): void
  /** @returns INVITEs to it before */
  begin(lead: number, now: Instant): number
  /** `null`: it waits for another attempt. */
  end(lead: number, call: SimulatedCall, now: Instant): LeadStatus | null
}

export function createLeadCalls({ list, places, settings }: ForecastInput): LeadCalls {
  const states = leadStates(list)
  const { readyAt, isRetry, attempts, unrung, invites } = states
  const book = createAttemptBook(list.size, settings.maxRetries + 1, list.earlier)
  const retryTimes = places.map(createRetryTimes)
  const placeAt = (lead: number) => list.place[lead] as number

  // With fewer attempts than any cap allows, and no pause to keep, there is nothing to ask.
  const leastCap = places.map(({ law: { caps, pauses } }) =>
    pauses.length > 0
      ? 1
      : Math.min(settings.attemptsPerDay, settings.attemptsPerWeek, ...caps.map(cap => cap.attempts)),
  )
  const holds = (lead: number, now: Instant): readonly CapHold[] => {
    if (book.count(lead) < (leastCap[placeAt(lead)] as number)) return []
    const { place, law } = places[placeAt(lead)] as ForecastPlace
    return capHolds({
      past: book.of(lead),
      number: anyNumber,
      contact: anyContact,
      perDay: settings.attemptsPerDay,
      perWeek: settings.attemptsPerWeek,
      law,
      zones: place.zones,
      now,
    })
  }
  return {
    states,
    cap: (lead, now) => lastToEnd(holds(lead, now)),
    park: (lead, { is, until }) => {
      readyAt[lead] = until
      states.setHold(lead, capNames[is])
    },
    begin: (lead, now) => {
      book.begin(lead, now)
      const before = invites[lead] as number
      invites[lead] = Math.min(before + 1, 255)
      return before
    },
    end: (lead, { ended }, now) => {
      const before = { attempts: attempts[lead] as number, unrung: unrung[lead] as number }
      const step = nextStep(ended, before, settings)
      const counts = step.tries.unrung === 0
      book.ended(lead, ended.result, ended.optedOut || ended.sipCode === 607, counts)
      attempts[lead] = step.tries.attempts
      unrung[lead] = step.tries.unrung
      if (step.is === 'final') return step.status
      isRetry[lead] = 1
      if (!counts) {
        readyAt[lead] = now + step.afterMs
        states.setHold(lead, step.hold)
        return null
      }
      const { calendar, place } = places[placeAt(lead)] as ForecastPlace
      const next = nextAttempt({
        step,
        ended,
        at: now,
        tries: [...(list.tries.get(lead) ?? []), ...book.inRun(lead)],
        settings,
        calendar,
        zone: place.zones[0] as string,
        capsAt: at => holds(lead, at),
        plan: retryTimes[placeAt(lead)] as RetryTimes,
      })
      readyAt[lead] = next.readyAt
      states.setHold(lead, next.hold)
      return null
    },
  }
}
