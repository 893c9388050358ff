import { type CapHold, capHolds } from '../../domain/attempt-caps.ts'
import type { Instant, TrunkId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus } from '../../domain/lead.ts'
import { lastToEnd, nextAttempt } from '../../domain/next-attempt.ts'
import { nextStep } from '../../domain/retry.ts'
import { type FailedTry, type Refused, refusedUntil } from '../../domain/trunk-group.ts'
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
  park(lead: number, until: Instant, hold: LeadHold): void
  /** @returns INVITEs to it before */
  begin(lead: number, now: Instant): number
  /** Trunks that refused it and are not tried again with it before these times. */
  refused(lead: number): Refused
  /** @returns `null`: it waits for another attempt */
  end(lead: number, trunk: TrunkId, call: SimulatedCall, now: Instant): LeadStatus | null
}

export function createLeadCalls({ list, places, settings, trunks }: ForecastInput): LeadCalls {
  const states = leadStates(list)
  const { readyAt, isRetry, attempts, unrung, invites } = states
  const book = createAttemptBook(list.size, settings.maxRetries + 1, list.earlier)
  const retryTimes = places.map(createRetryTimes)
  const placeAt = (lead: number) => list.place[lead] as number

  /** Tries in a row that did not count, of those who had some. */
  const failed = new Map<number, readonly FailedTry[]>()
  const refused = (lead: number): Refused => {
    const tries = failed.get(lead)
    return tries === undefined ? nobody : refusedUntil(tries)
  }
  const otherTrunk = (lead: number, trunk: TrunkId, now: Instant) => ({
    hasOtherTrunk: trunks.some(({ id }) => id !== trunk && (refused(lead).get(id) ?? now) <= now),
    unrungHere: (failed.get(lead) ?? []).filter(each => each.trunk === trunk).length,
  })

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
    park: (lead, until, hold) => {
      readyAt[lead] = until
      states.setHold(lead, hold)
    },
    refused,
    begin: (lead, now) => {
      book.begin(lead, now)
      const before = invites[lead] as number
      invites[lead] = Math.min(before + 1, 255)
      return before
    },
    end: (lead, trunk, { ended }, now) => {
      const before = {
        attempts: attempts[lead] as number,
        unrung: unrung[lead] as number,
        ...(trunks.length > 1 ? otherTrunk(lead, trunk, now) : {}),
      }
      const step = nextStep(ended, before, settings)
      const counts = step.tries.unrung === 0
      book.ended(lead, ended.result, ended.optedOut || ended.sipCode === 607, counts)
      if (counts) failed.delete(lead)
      else if (trunks.length > 1) failed.set(lead, [...(failed.get(lead) ?? []), { trunk, at: now }])
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

const nobody: Refused = new Map()
