import type { CallResult, FailureCause } from '../../../domain/call-result.ts'
import type { E164, Instant } from '../../../domain/ids.ts'
import { DAY, localDay, localTime } from '../../../domain/zone-clock.ts'
import { createDice } from '../../../engine/forecast/dice.ts'
import type { CallOrder } from '../../../engine/ports/dialer.ts'
import { placeOf } from '../../../numbering/place-of.ts'
import type { Temper } from './converse.ts'

/** What comes of one call. */
export type Ending =
  | {
      readonly is: 'unanswered'
      readonly result: Extract<CallResult, 'no_answer' | 'busy' | 'rejected' | 'invalid' | 'failed'>
      readonly failure?: FailureCause
      readonly sipCode: number
      readonly sipReason: string
      /** `null`: the phone does not ring; longer than our own timeout: until that. */
      readonly ringMs: number | null
    }
  | { readonly is: 'person'; readonly temper: Temper; readonly ringMs: number }
  | { readonly is: 'machine' | 'fax'; readonly ringMs: number; readonly lastsMs: number }

/** How likely people pick up at each hour of their own wall clock, from Monday to Friday; at home after work. */
const weekdayHours = [
  0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.05, 0.1, 0.15, 0.17, 0.22, 0.27, 0.3, 0.25, 0.2, 0.22, 0.29, 0.38,
  0.46, 0.44, 0.34, 0.2, 0.08, 0.03,
] as const
/** On Saturdays before lunch rather than after. */
const saturdayHours = [
  0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.06, 0.15, 0.28, 0.4, 0.44, 0.36, 0.3, 0.26, 0.24, 0.24, 0.22,
  0.2, 0.18, 0.15, 0.1, 0.05, 0.03,
] as const
const SATURDAY = 5
/** 1970-01-01 was a Thursday; Monday is 0. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7

const UNTIL_TIMEOUT = Number.POSITIVE_INFINITY

/** Everybody who is called in the history, each of a character of their own: the same from the same seed. */
export function createCalledPeople(
  seed: number,
  { worn }: { /** A caller ID that people have come to mistrust. */ readonly worn: E164 },
) {
  const zones = new Map<E164, string>()
  const zoneOf = (number: E164) => {
    const zone = zones.get(number) ?? placeOf(number).zones[0] ?? 'Etc/UTC'
    zones.set(number, zone)
    return zone
  }
  return ({ to, callerId }: Pick<CallOrder, 'to' | 'callerId'>, attempt: number, at: Instant): Ending => {
    const character = createDice(seeded(seed, to, 0))
    const [line, keen, hasMachine] = [character(), character(), character() < 0.55]
    const dice = createDice(seeded(seed, to, attempt))
    const between = (from: number, upTo: number) => Math.round(from + dice() * (upTo - from))
    if (line < 0.02)
      return { is: 'unanswered', result: 'invalid', sipCode: 404, sipReason: 'Not Found', ringMs: null }
    if (line < 0.025) return { is: 'fax', ringMs: between(2_000, 6_000), lastsMs: between(9_000, 14_000) }

    const chance = dice()
    if (chance < 0.006)
      return {
        is: 'unanswered',
        result: 'failed',
        failure: 'congestion',
        sipCode: 500,
        sipReason: 'Server Internal Error',
        ringMs: null,
      }
    if (chance < 0.07)
      return { is: 'unanswered', result: 'busy', sipCode: 486, sipReason: 'Busy Here', ringMs: null }

    const isWorn = callerId === worn
    const zone = zoneOf(to)
    const hour = Math.floor((((localTime(zone, at) % DAY) + DAY) % DAY) / 3_600_000)
    const hours = weekdayOf(localDay(zone, at)) === SATURDAY ? saturdayHours : weekdayHours
    const pickUp = (hours[hour] ?? 0) * (0.7 + 0.6 * keen) * (isWorn ? 0.7 : 1)
    if (dice() < pickUp)
      return { is: 'person', temper: temperOf(dice(), isWorn), ringMs: between(2_500, 16_000) }
    if (dice() < (isWorn ? 0.065 : 0.008))
      return {
        is: 'unanswered',
        result: 'rejected',
        sipCode: 603,
        sipReason: 'Decline',
        ringMs: between(3_000, 12_000),
      }
    if (hasMachine && dice() < 0.6)
      return { is: 'machine', ringMs: between(14_000, 22_000), lastsMs: between(5_000, 24_000) }
    return {
      is: 'unanswered',
      result: 'no_answer',
      sipCode: 487,
      sipReason: 'Request Terminated',
      ringMs: UNTIL_TIMEOUT,
    }
  }
}
export type CalledPeople = ReturnType<typeof createCalledPeople>

function temperOf(chance: number, isWorn: boolean): Temper {
  const hangUps = isWorn ? 0.26 : 0.05
  const refusals = isWorn ? 0.04 : 0.025
  if (chance < hangUps) return 'hangs_up'
  if (chance < hangUps + refusals) return 'refuses'
  if (chance > 0.96) return 'says_nothing'
  return chance > 0.8 ? 'loses_patience' : 'takes_part'
}

/** FNV-1a. */
function seeded(seed: number, number: E164, attempt: number): number {
  let hash = 0x811c9dc5
  for (const letter of `${seed}/${number}/${attempt}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash >>> 0
}
