import { assertNever } from './assert-never.ts'
import type { RotationSettings } from './campaign.ts'
import type { Instant } from './ids.ts'
import {
  distance,
  type NumberHold,
  numberHold,
  type PoolNumber,
  type ShownTo,
  totalWeight,
  turns,
} from './rotation.ts'

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
  const share = (number: PoolNumber) => (near.includes(number) ? number.weight / totalWeight(near) : 0)
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

interface Among {
  readonly near: readonly PoolNumber[]
  readonly isFirst: boolean
}

const reasons = (number: PoolNumber, settings: RotationSettings, to: ShownTo, among: Among): string =>
  [
    matchReason(number, settings, to),
    strategyReason(number, settings, among),
    number.standing.is === 'probation' ? `on probation, ${number.standing.left} calls left` : '',
    `${(settings.maxCallsPerDay - number.callsToday).toLocaleString('en')} left today`,
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
      return `weight ${number.weight} of ${totalWeight(near)}`
    default:
      return assertNever(strategy)
  }
}

function holdReason({ is }: NumberHold, { standing, enabled, onTrunk, callsToday }: PoolNumber): string {
  if (!enabled) return 'switched off'
  if (!onTrunk) return 'belongs to another trunk'
  if (is === 'capped') return `at its cap, ${callsToday} calls today`
  return standing.is === 'resting' ? resting(standing.why) : 'probation over, is being judged'
}

function resting(why: string): string {
  const said = why.charAt(0).toLowerCase() + why.slice(1)
  return said.startsWith('rests') ? said : `rests: ${said}`
}
