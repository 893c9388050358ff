import type { EndedCall } from '../../domain/retry.ts'
import type { Dice } from '../ports/dice.ts'

/** How one simulated call goes. */
export interface SimulatedCall {
  readonly ended: EndedCall
  /** From the INVITE to the answer, or to the end where nobody answers. */
  readonly ringMs: number
  /** 0: not answered. */
  readonly talkMs: number
}

/** Whom a call is made to, as far as its outcome may depend on it. */
export interface CalledParty {
  readonly lead: number
  /** INVITEs to this contact before, in this run. */
  readonly invites: number
  /** Hour on the wall of the called party, 0–23. */
  readonly localHour: number
  /** How long our own calls let it ring. */
  readonly ringSeconds: number
}

/** Plays the called people. */
export type Outcomes = (party: CalledParty, dice: Dice) => SimulatedCall

/** One kind of ending: how often it comes, and how long it takes. */
export interface Ending {
  readonly ended: EndedCall
  /** Calls of this kind among those that were counted, or a weight where they are assumed. */
  readonly weight: number
  /** Measured times to draw from; never empty. Infinite: until our own ring timeout. */
  readonly ringMs: readonly number[]
  readonly talkMs: readonly number[]
}

export interface OutcomeTable {
  readonly endings: readonly Ending[]
  /** Weights of the same endings by the called party's hour, where that hour has calls enough; `null`: as overall. */
  readonly byHour: readonly (readonly number[] | null)[]
}

/** Draws from what was counted. */
export function outcomesOf({ endings, byHour }: OutcomeTable): Outcomes {
  const overall = cumulated(endings.map(({ weight }) => weight))
  const hours = byHour.map(weights => (weights === null ? overall : cumulated(weights)))
  return ({ localHour, ringSeconds }, dice) => {
    const ending = endings[drawn(hours[localHour] ?? overall, dice())] as Ending
    const pick = (times: readonly number[]) => times[Math.floor(dice() * times.length)] ?? 0
    return {
      ended: ending.ended,
      ringMs: Math.round(Math.min(pick(ending.ringMs), ringSeconds * 1000)),
      talkMs: Math.round(pick(ending.talkMs)),
    }
  }
}

/** Calls behind the table. */
export const countedCalls = ({ endings }: OutcomeTable): number =>
  endings.reduce((sum, { weight }) => sum + weight, 0)

/** The same table as another sample of the same people might have given it: what is not known about the rates. */
export function resampled(table: OutcomeTable, dice: Dice): OutcomeTable {
  const counted = countedCalls(table)
  // Relative to a count of n the standard error is 1/√n: the normal approximation of the binomial.
  const factors = table.endings.map(({ weight }) =>
    Math.max(
      0.05,
      1 + (normal(dice) * Math.sqrt(Math.max(0, 1 - weight / counted))) / Math.sqrt(Math.max(weight, 1)),
    ),
  )
  const scaled = (weight: number, at: number) => weight * (factors[at] as number)
  return {
    endings: table.endings.map((ending, at) => ({ ...ending, weight: scaled(ending.weight, at) })),
    byHour: table.byHour.map(weights => weights?.map(scaled) ?? null),
  }
}

/** Box and Muller. */
const normal = (dice: Dice): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())

function cumulated(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length)
  let sum = 0
  weights.forEach((weight, at) => {
    sum += weight
    sums[at] = sum
  })
  return sums
}

function drawn(sums: Float64Array, chance: number): number {
  const wanted = chance * (sums.at(-1) ?? 0)
  const at = sums.findIndex(sum => wanted < sum)
  return at < 0 ? sums.length - 1 : at
}
