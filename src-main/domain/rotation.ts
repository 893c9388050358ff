import type { RotationSettings } from './campaign.ts'
import type { E164, Instant, NumberId, TrunkId } from './ids.ts'
import { JUDGED_WITHIN_MS, type NumberStanding } from './number-rest.ts'
import { dayEnd } from './zone-clock.ts'

/** A caller ID of a campaign, as choosing sees it. Calls that are reserved and not sent yet are counted as made. */
export interface PoolNumber {
  readonly id: NumberId
  readonly e164: E164
  readonly country: string | null
  /** Leading digits that stand for its area; empty: unknown. */
  readonly area: string
  /** IANA zone whose days count for the daily cap. */
  readonly zone: string
  /** Switched on in the campaign and in the workspace. */
  readonly enabled: boolean
  /** The only trunk that may show it; `null`: any may. */
  readonly boundTo: TrunkId | null
  /** Bound to no trunk, or to one that carries the campaign. */
  readonly onTrunk: boolean
  /** In its zone's day, over all campaigns. */
  readonly callsToday: number
  readonly standing: NumberStanding
  /** Spam score 0–9. */
  readonly score: number
  readonly weight: number
  /** Place in the campaign's list, from 0. */
  readonly position: number
  /** Grows with each call of the campaign that showed it; 0: none yet. */
  readonly lastCallId: number
}

/** Where the called number is, for local match. */
export interface ShownTo {
  readonly country: string | null
  readonly area: string
}

export type NumberChoice =
  | { readonly is: 'number'; readonly number: PoolNumber }
  /** `until`: when one may be shown again by itself; `null`: not without a person. */
  | { readonly is: 'none'; readonly until: Instant | null; readonly why: NumberHold['is'] }

export interface NumberHold {
  readonly is: 'off' | 'excluded' | 'capped'
  readonly until: Instant | null
}

/** The pool as one trunk may show it; the practice carrier shows any number, to nobody real. */
export const onTrunk = (
  pool: readonly PoolNumber[],
  { id, isPractice }: { readonly id: TrunkId; readonly isPractice: boolean },
): readonly PoolNumber[] =>
  pool.map(number =>
    isPractice || number.boundTo === null || number.boundTo === id ? number : { ...number, onTrunk: false },
  )

/** Which number is shown to a contact. The strategy decides among those that match best and may be shown now. */
export function chooseNumber(
  pool: readonly PoolNumber[],
  settings: RotationSettings,
  to: ShownTo,
  now: Instant,
  dice: () => number,
): NumberChoice {
  const usable = pool.filter(number => numberHold(number, settings, now) === null)
  const nearest = Math.min(...usable.map(number => distance(number, settings, to)))
  const near = usable.filter(number => distance(number, settings, to) === nearest)
  const number = settings.strategy === 'weighted' ? drawn(near, dice) : near.sort(turns[settings.strategy])[0]
  if (number === undefined) return { is: 'none', ...firstToComeBack(pool, settings, now) }
  return { is: 'number', number }
}

/** Why a number may not be shown now; `null`: it may. */
export function numberHold(
  { enabled, onTrunk, standing, callsToday, zone }: PoolNumber,
  { maxCallsPerDay }: RotationSettings,
  now: Instant,
): NumberHold | null {
  if (!enabled || !onTrunk) return { is: 'off', until: null }
  if (standing.is === 'resting' && standing.until > now) return { is: 'excluded', until: standing.until }
  if (callsToday >= maxCallsPerDay) return { is: 'capped', until: dayEnd(zone, now) }
  if (standing.is === 'probation' && standing.left <= 0)
    return { is: 'excluded', until: now + JUDGED_WITHIN_MS }
  return null
}

/** Whether a number that a call was promised may still be shown; that call counts among its calls already. */
export const mayStillBeShown = (number: PoolNumber, settings: RotationSettings, now: Instant): boolean => {
  const { standing, callsToday } = number
  const without = standing.is === 'probation' ? { ...standing, left: standing.left + 1 } : standing
  return numberHold({ ...number, callsToday: callsToday - 1, standing: without }, settings, now) === null
}

/** The hold that ends first; those that end by themselves before those that do not. */
function firstToComeBack(
  pool: readonly PoolNumber[],
  settings: RotationSettings,
  now: Instant,
): { readonly until: Instant | null; readonly why: NumberHold['is'] } {
  let first: NumberHold = { is: 'off', until: null }
  for (const number of pool) {
    const hold = numberHold(number, settings, now)
    if (hold?.until && (first.until === null || hold.until < first.until)) first = hold
  }
  return { until: first.until, why: first.is }
}

/** 0 what was asked for, 1 the country, 2 anything: each is the fallback of the one before. */
export function distance(number: PoolNumber, { localMatch }: RotationSettings, to: ShownTo): 0 | 1 | 2 {
  if (localMatch === 'off') return 0
  if (number.country === null || number.country !== to.country) return 2
  if (localMatch === 'country') return 0
  return number.area !== '' && number.area === to.area ? 0 : 1
}

type Order = (a: PoolNumber, b: PoolNumber) => number
const inTurn: Order = (a, b) => a.lastCallId - b.lastCallId || a.position - b.position
/** How each strategy orders numbers that match equally well; `weighted` draws among them. */
export const turns: Readonly<Record<RotationSettings['strategy'], Order>> = {
  round_robin: inTurn,
  lowest_spam: (a, b) => a.score - b.score || inTurn(a, b),
  least_used_today: (a, b) => a.callsToday - b.callsToday || inTurn(a, b),
  weighted: (a, b) => b.weight - a.weight || a.position - b.position,
}

/** By chance, in proportion to the weights: no memory that a rest or a cap could turn into a burst. */
function drawn(numbers: readonly PoolNumber[], dice: () => number): PoolNumber | undefined {
  let mark = dice() * totalWeight(numbers)
  for (const number of numbers) {
    mark -= number.weight
    if (mark < 0) return number
  }
  return numbers.at(-1)
}

export const totalWeight = (numbers: readonly PoolNumber[]): number =>
  numbers.reduce((sum, { weight }) => sum + weight, 0)

/** Calls that a number may still make today. */
export const roomToday = (number: PoolNumber, settings: RotationSettings, now: Instant): number => {
  if (numberHold(number, settings, now) !== null) return 0
  const room = settings.maxCallsPerDay - number.callsToday
  return number.standing.is === 'probation' ? Math.min(room, number.standing.left) : room
}
