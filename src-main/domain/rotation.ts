import { assertNever } from './assert-never.ts'
import type { RotationSettings } from './campaign.ts'
import type { E164, Instant, NumberId } from './ids.ts'
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
  | { readonly is: 'number'; readonly number: PoolNumber; readonly why: string }
  /** `until`: when one may be shown again by itself; `null`: not without a person. */
  | { readonly is: 'none'; readonly until: Instant | null; readonly why: NumberHold['is'] }

export interface NumberHold {
  readonly is: 'off' | 'excluded' | 'capped'
  readonly until: Instant | null
}

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
  return { is: 'number', number, why: reasons(number, settings, to, { near, isFirst: true }) }
}

/** Why a number may not be shown now; `null`: it may. */
export function numberHold(
  { enabled, standing, callsToday, zone }: PoolNumber,
  { maxCallsPerDay }: RotationSettings,
  now: Instant,
): NumberHold | null {
  if (!enabled) return { is: 'off', until: null }
  if (standing.is === 'resting' && standing.until > now) return { is: 'excluded', until: standing.until }
  if (callsToday >= maxCallsPerDay) return { is: 'capped', until: dayEnd(zone, now) }
  if (standing.is === 'probation' && standing.left <= 0)
    return { is: 'excluded', until: now + JUDGED_WITHIN_MS }
  return null
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
function distance(number: PoolNumber, { localMatch }: RotationSettings, to: ShownTo): 0 | 1 | 2 {
  if (localMatch === 'off') return 0
  if (number.country === null || number.country !== to.country) return 2
  if (localMatch === 'country') return 0
  return number.area !== '' && number.area === to.area ? 0 : 1
}

type Order = (a: PoolNumber, b: PoolNumber) => number
const inTurn: Order = (a, b) => a.lastCallId - b.lastCallId || a.position - b.position
const turns: Readonly<Record<RotationSettings['strategy'], Order>> = {
  round_robin: inTurn,
  lowest_spam: (a, b) => a.score - b.score || inTurn(a, b),
  least_used_today: (a, b) => a.callsToday - b.callsToday || inTurn(a, b),
  weighted: (a, b) => b.weight - a.weight || a.position - b.position,
}

/** By chance, in proportion to the weights: no memory that a rest or a cap could turn into a burst. */
function drawn(numbers: readonly PoolNumber[], dice: () => number): PoolNumber | undefined {
  let mark = dice() * total(numbers)
  for (const number of numbers) {
    mark -= number.weight
    if (mark < 0) return number
  }
  return numbers.at(-1)
}

const total = (numbers: readonly PoolNumber[]): number => numbers.reduce((sum, { weight }) => sum + weight, 0)

export interface RankedNumber {
  readonly number: PoolNumber
  readonly hold: NumberHold | null
  readonly why: string
  /** Of the calls, with the strategy `weighted`; else `null`. */
  readonly share: number | null
}

/** All numbers in the order in which they would be shown to this contact; then those that may not, first back first. */
export function rankNumbers(
  pool: readonly PoolNumber[],
  settings: RotationSettings,
  to: ShownTo,
  now: Instant,
): readonly RankedNumber[] {
  const order = turns[settings.strategy]
  const all = pool.map(number => ({ number, hold: numberHold(number, settings, now) }))
  const usable = all
    .flatMap(({ number, hold }) => (hold === null ? number : []))
    .sort((a, b) => distance(a, settings, to) - distance(b, settings, to) || order(a, b))
  const [first] = usable
  const near = usable.filter(
    number => first && distance(number, settings, to) === distance(first, settings, to),
  )
  const isWeighted = settings.strategy === 'weighted'
  const share = (number: PoolNumber) => (near.includes(number) ? number.weight / total(near) : 0)
  return [
    ...usable.map(number => ({
      number,
      hold: null,
      why: reasons(number, settings, to, { near, isFirst: number === first }),
      share: isWeighted ? share(number) : null,
    })),
    ...all
      .flatMap(({ number, hold }) => (hold === null ? [] : { number, hold }))
      .sort((a, b) => backAt(a.hold) - backAt(b.hold))
      .map(({ number, hold }) => ({
        number,
        hold,
        why: holdReason(hold, number),
        share: isWeighted ? 0 : null,
      })),
  ]
}

const backAt = ({ until }: NumberHold): Instant => until ?? Number.MAX_SAFE_INTEGER

/** Calls that a number may still make today. */
export const roomToday = (number: PoolNumber, settings: RotationSettings, now: Instant): number => {
  if (numberHold(number, settings, now) !== null) return 0
  const room = settings.maxCallsPerDay - number.callsToday
  return number.standing.is === 'probation' ? Math.min(room, number.standing.left) : room
}

interface Among {
  readonly near: readonly PoolNumber[]
  readonly isFirst: boolean
}

const reasons = (number: PoolNumber, settings: RotationSettings, to: ShownTo, among: Among): string =>
  [
    matchReason(number, settings, to),
    strategyReason(number, settings, among),
    number.standing.is === 'probation' ? `on probation, ${number.standing.left} calls left` : '',
    `${settings.maxCallsPerDay - number.callsToday} left today`,
  ]
    .filter(part => part !== '')
    .join(', ')

function matchReason(number: PoolNumber, settings: RotationSettings, to: ShownTo): string {
  if (settings.localMatch === 'off') return ''
  const far = distance(number, settings, to)
  if (far === 2) return 'other country'
  if (settings.localMatch === 'country' || far === 1) return 'same country'
  return 'same area'
}

function strategyReason(
  number: PoolNumber,
  { strategy }: RotationSettings,
  { near, isFirst }: Among,
): string {
  switch (strategy) {
    case 'round_robin':
      if (isFirst) return 'next in turn'
      return number.lastCallId === 0 ? 'not shown yet' : 'later in turn'
    case 'lowest_spam':
      return isFirst ? `lowest score, ${number.score}` : `score ${number.score}`
    case 'least_used_today':
      return isFirst ? 'least used today' : `${number.callsToday} calls today`
    case 'weighted':
      return `weight ${number.weight} of ${total(near)}`
    default:
      return assertNever(strategy)
  }
}

function holdReason({ is }: NumberHold, { standing, enabled, callsToday }: PoolNumber): string {
  if (!enabled) return 'switched off'
  if (is === 'capped') return `at its cap, ${callsToday} calls today`
  return standing.is === 'resting' ? `rests: ${standing.why}` : 'probation over, is being judged'
}
