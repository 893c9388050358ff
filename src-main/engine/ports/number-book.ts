import type { E164, Instant, NumberId } from '../../domain/ids.ts'
import type { NumberStanding, RestLimits } from '../../domain/number-rest.ts'
import type { NumberDay } from '../../domain/spam-evidence.ts'
import type { SpamScore } from '../../domain/spam-score.ts'

/** A caller ID as its watch sees it. */
export interface WatchedNumber {
  readonly id: NumberId
  readonly e164: E164
  readonly name: string
  readonly zone: string
  readonly addedAt: Instant
  readonly standing: NumberStanding
  /** Its calls before then were judged already. */
  readonly scoredFrom: Instant
  /** Set by hand or read from a list; `null`: the estimate counts. */
  readonly setScore: number | null
  /** As last kept. */
  readonly estimate: SpamScore | null
  /** Some call left under it in the days that count. */
  readonly isUsed: boolean
  /** Of every campaign that shows it and is not over. */
  readonly limits: readonly RestLimits[]
}

/** As `NumberBook.callsOf`, outside of a decision. `null`: it could not be read now. */
export type ReadNumberDay = (number: NumberId, from: Instant, to: Instant) => Promise<NumberDay | null>

/** What the watch over the caller IDs needs of the workspace, within one decision. */
export interface NumberBook {
  /**
   * All, or one.
   * @param since first local day that counts, `2026-11-26` in the zone that is furthest behind
   */
  watched(since: string, only?: NumberId): Promise<readonly WatchedNumber[]>
  /** Calls that left under a number in [from, to). One day at most: bounded by the daily cap. */
  callsOf(number: NumberId, from: Instant, to: Instant): Promise<NumberDay>
  /** Calls a day that are wise for a settled number. */
  ceilingPerDay(): Promise<number>
  keepEstimate(number: NumberId, estimate: SpamScore, at: Instant): Promise<void>
  /** Resting, back or passed; a return begins a new score. */
  setStanding(number: NumberId, standing: NumberStanding): Promise<void>
}
