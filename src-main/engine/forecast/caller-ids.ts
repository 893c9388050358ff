import type { RotationSettings } from '../../domain/campaign.ts'
import type { Instant } from '../../domain/ids.ts'
import { chooseNumber, numberHold, type PoolNumber, type ShownTo } from '../../domain/rotation.ts'
import type { TrunkFacts } from '../../domain/trunk-group.ts'
import { dateOf, dayEnd, localDay } from '../../domain/zone-clock.ts'
import type { Dice } from '../ports/dice.ts'
import type { ForecastTrunk } from './forecast-input.ts'

/** The caller IDs of a run with their calls of each day. */
export interface CallerIds {
  /** Why none may be shown now, and when one may again; `null`: one may. */
  out(now: Instant): NumbersOut
  /** The same for each trunk of the group. */
  outByTrunk(now: Instant): readonly NumbersOut[]
  /** Shows one on a trunk and counts the call. @returns its place in the pool; -1: none may be shown */
  take(trunk: number, to: ShownTo, now: Instant): number
  busiest(): BusiestDay | null
}

type NumbersOut = TrunkFacts['numbersOut']

export interface BusiestDay {
  /** Place in the pool. */
  readonly number: number
  /** In the number's own zone. */
  readonly day: string
  /** Those of other campaigns on the first day among them. */
  readonly calls: number
}

type Counted = { -readonly [Key in keyof PoolNumber]: PoolNumber[Key] } & { dayEndsAt: Instant }

export function createCallerIds(
  pool: readonly PoolNumber[],
  settings: RotationSettings,
  dice: Dice,
  began: Instant,
  trunks: readonly Pick<ForecastTrunk, 'id' | 'isPractice'>[],
): CallerIds {
  const numbers: Counted[] = pool.map(number => ({ ...number, dayEndsAt: dayEnd(number.zone, began) }))
  const places = new Map<PoolNumber, number>(numbers.map((number, at) => [number, at]))
  const isBound = trunks.length > 1 && numbers.some(({ boundTo }) => boundTo !== null)
  const shownOn = trunks.map(({ id, isPractice }) =>
    isBound ? numbers.filter(({ boundTo }) => isPractice || boundTo === null || boundTo === id) : numbers,
  )
  let rollsAt = Math.min(...numbers.map(({ dayEndsAt }) => dayEndsAt))
  let calls = Math.max(0, ...pool.map(({ lastCallId }) => lastCallId))
  let busiest: BusiestDay | null = null

  const goTo = (now: Instant): void => {
    if (now < rollsAt) return
    for (const number of numbers) {
      if (now < number.dayEndsAt) continue
      number.callsToday = 0
      number.dayEndsAt = dayEnd(number.zone, now)
    }
    rollsAt = Math.min(...numbers.map(({ dayEndsAt }) => dayEndsAt))
  }
  const count = (number: Counted, now: Instant): void => {
    number.callsToday += 1
    number.lastCallId = ++calls
    // A forecast expects probation to be passed.
    if (number.standing.is === 'probation')
      number.standing =
        number.standing.left > 1 ? { ...number.standing, left: number.standing.left - 1 } : { is: 'active' }
    if (number.callsToday > (busiest?.calls ?? 0))
      busiest = {
        number: places.get(number) as number,
        day: dateOf(localDay(number.zone, now)),
        calls: number.callsToday,
      }
  }
  const outAmong = (among: readonly Counted[], now: Instant): NumbersOut => {
    goTo(now)
    if (among.some(number => numberHold(number, settings, now) === null)) return null
    const choice = chooseNumber(among, settings, nowhere, now, dice)
    return choice.is === 'number' ? null : { why: reasons[choice.why], until: choice.until }
  }
  return {
    out: now => outAmong(numbers, now),
    outByTrunk: now => {
      if (isBound) return shownOn.map(among => outAmong(among, now))
      const out = outAmong(numbers, now)
      return trunks.map(() => out)
    },
    take: (trunk, to, now) => {
      goTo(now)
      const choice = chooseNumber(shownOn[trunk] ?? numbers, settings, to, now, dice)
      if (choice.is === 'none') return -1
      count(choice.number as Counted, now)
      return places.get(choice.number) as number
    },
    busiest: () => busiest,
  }
}

const nowhere: ShownTo = { country: null, area: '' }

const reasons = {
  off: 'all are switched off',
  excluded: 'all rest',
  capped: 'all are at their cap of the day',
} as const
