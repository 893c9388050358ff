import type { Breaker } from './breaker.ts'
import type { Instant, TrunkId } from './ids.ts'
import { afterPause } from './pacing.ts'
import { unrungWaitMs } from './retry.ts'

/** One trunk of a campaign's failover group, as the rules see it now. */
export interface TrunkFacts {
  readonly id: TrunkId
  readonly name: string
  readonly maxCalls: number
  readonly callsPerSecond: number
  readonly activeCalls: number
  readonly slot: Instant | null
  readonly breaker: Breaker
  /** What its health says when it is down. */
  readonly down: { readonly reason: string; readonly retryAt: Instant | null } | null
  /** Why its credit does not cover one more call; `null`: it does, or is not kept. */
  readonly short: string | null
  /** Why none of the campaign's numbers may be shown on it now, and when one may again; `null`: one may. */
  readonly numbersOut: { readonly why: string; readonly until: Instant | null } | null
}

export interface Trouble {
  readonly why: string
  /** When it is tried again; `null`: an event tells. */
  readonly until: Instant | null
}

/** Why no call may be sent over it; `null`: one may. */
export function troubleOf(
  { down, breaker }: Pick<TrunkFacts, 'down' | 'breaker'>,
  now: Instant,
): Trouble | null {
  // The line is asking right now: its answer is what comes next, not a time.
  if (down)
    return { why: down.reason, until: down.retryAt !== null && down.retryAt > now ? down.retryAt : null }
  if (breaker.is === 'held') return { why: breaker.why, until: breaker.until }
  return breaker.is === 'probing' ? { why: `${breaker.why}; one call is trying it`, until: null } : null
}

/** In the order of the group: those over which calls can be made, be there room on them at this moment or not. */
export const usableTrunks = (trunks: readonly TrunkFacts[], now: Instant): readonly TrunkFacts[] =>
  trunks.filter(trunk => trunk.short === null && trunk.numbersOut === null && troubleOf(trunk, now) === null)

export const hasRoom = ({ activeCalls, maxCalls }: TrunkFacts): boolean => activeCalls < maxCalls

/** When its rate of call starts leaves the next slot. */
export const nextSlot = ({ slot, callsPerSecond }: TrunkFacts, now: Instant): Instant =>
  afterPause(slot, 1000 / callsPerSecond, now)

/** Which trunk carries the next call to a contact. */
export type Carriage =
  /** The first that can take it now. */
  | { readonly is: 'trunk'; readonly trunk: TrunkFacts; readonly movesOn: boolean }
  /** Those that may take it are full: the end of a call tells. */
  | { readonly is: 'full' }
  | { readonly is: 'later'; readonly until: Instant }

/** Trunks that are not to be tried again with a contact before these times. */
export type Refused = ReadonlyMap<TrunkId, Instant>

/**
 * The first trunk of the group that can take a call carries it; one that refused this contact is left out for as long
 * as its back-off lasts. `movesOn`: another one could take it should this one stay silent.
 */
export function carriageOf(trunks: readonly TrunkFacts[], refused: Refused, now: Instant): Carriage {
  const isRefused = ({ id }: TrunkFacts) => (refused.get(id) ?? now) > now
  const usable = usableTrunks(trunks, now).filter(trunk => !isRefused(trunk))
  const roomy = usable.filter(hasRoom)
  const trunk = roomy.find(each => nextSlot(each, now) <= now)
  if (trunk) return { is: 'trunk', trunk, movesOn: usable.length > 1 }
  if (usable.length > roomy.length) return { is: 'full' }
  const times = [
    ...roomy.map(each => nextSlot(each, now)),
    ...trunks.filter(isRefused).map(({ id }) => refused.get(id) ?? now),
    ...trunks.flatMap(each => troubleOf(each, now)?.until ?? each.numbersOut?.until ?? []),
  ]
  return { is: 'later', until: Math.min(...times.filter(time => time > now), now + LONGEST_LOOK_MS) }
}

// Nothing else told of a change: looks again.
const LONGEST_LOOK_MS = 30 * 60_000

/** A try that did not count: on which trunk, and when it ended. */
export interface FailedTry {
  readonly trunk: TrunkId
  readonly at: Instant
}

/** Each trunk's own back-off after the tries in a row that did not count: 60 s, doubling to 30 min. */
export function refusedUntil(tries: readonly FailedTry[]): Refused {
  const byTrunk = Map.groupBy(tries, ({ trunk }) => trunk)
  return new Map(
    [...byTrunk].map(([trunk, of]) => [trunk, Math.max(...of.map(({ at }) => at)) + unrungWaitMs(of.length)]),
  )
}
