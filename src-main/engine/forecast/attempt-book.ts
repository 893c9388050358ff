import type { PastAttempt } from '../../domain/attempt-caps.ts'
import { type CallResult, callResults } from '../../domain/call-result.ts'
import type { ContactId, E164, Instant } from '../../domain/ids.ts'

/** The attempts at every lead: those of the past weeks, and those that a run adds. */
export interface AttemptBook {
  /** Newest first. */
  of(lead: number): readonly PastAttempt[]
  count(lead: number): number
  /** When it was called in this run, oldest first. */
  inRun(lead: number): readonly Instant[]
  /** A call starts; its result comes with `ended`. */
  begin(lead: number, at: Instant): void
  /** One that does not count is taken out again. */
  ended(lead: number, result: CallResult, refused: boolean, counts: boolean): void
}

// Within a forecast a lead has one number and is one contact: which one does not matter to the caps.
const someone = { number: '' as E164, contact: 0 as ContactId }
const IN_PROGRESS = callResults.length

/** @param most attempts that one lead may get in one run */
export function createAttemptBook(
  leads: number,
  most: number,
  earlier: ReadonlyMap<number, readonly PastAttempt[]>,
): AttemptBook {
  const at = new Float64Array(leads * most)
  const results = new Uint8Array(leads * most)
  const refusals = new Uint8Array(leads * most)
  const counts = new Uint8Array(leads)

  const slot = (lead: number, attempt: number) => lead * most + attempt
  const latest = (lead: number) => slot(lead, (counts[lead] as number) - 1)
  return {
    of: lead => {
      const attempts: PastAttempt[] = []
      for (let attempt = (counts[lead] as number) - 1; attempt >= 0; attempt--) {
        const here = slot(lead, attempt)
        attempts.push({
          ...someone,
          at: at[here] as Instant,
          result: callResults[results[here] as number] ?? null,
          refused: refusals[here] === 1,
        })
      }
      const before = earlier.get(lead)
      return before === undefined ? attempts : [...attempts, ...before]
    },
    count: lead => (counts[lead] as number) + (earlier.get(lead)?.length ?? 0),
    inRun: lead => [...at.subarray(slot(lead, 0), slot(lead, counts[lead] as number))],
    begin: (lead, start) => {
      // Older ones make room: no cap of a campaign counts more than were ever allowed.
      if (counts[lead] === most) {
        at.copyWithin(slot(lead, 0), slot(lead, 1), slot(lead, most))
        results.copyWithin(slot(lead, 0), slot(lead, 1), slot(lead, most))
        refusals.copyWithin(slot(lead, 0), slot(lead, 1), slot(lead, most))
      } else counts[lead] = (counts[lead] as number) + 1
      at[latest(lead)] = start
      results[latest(lead)] = IN_PROGRESS
      refusals[latest(lead)] = 0
    },
    ended: (lead, result, refused, isCounted) => {
      if (!isCounted) {
        counts[lead] = (counts[lead] as number) - 1
        return
      }
      results[latest(lead)] = callResults.indexOf(result)
      refusals[latest(lead)] = refused ? 1 : 0
    },
  }
}

/** An attempt of the past weeks, at whoever the lead is. */
export const pastAttempt = (at: Instant, result: CallResult | null, refused: boolean): PastAttempt => ({
  ...someone,
  at,
  result,
  refused,
})

export const { number: anyNumber, contact: anyContact } = someone
