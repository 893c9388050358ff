import { seededDice } from '../fakes/seeded-dice.ts'

/** Everything that is left to chance, from one seed. */
export interface Luck {
  readonly dice: () => number
  chance(share: number): boolean
  /** Both ends included. */
  between(from: number, to: number): number
  oneOf<T>(choices: readonly T[]): T
  some<T>(choices: readonly T[], count: number): readonly T[]
}

export function createLuck(seed: number): Luck {
  const dice = seededDice(seed)
  const between = (from: number, to: number) => from + Math.floor(dice() * (to - from + 1))
  const oneOf = <T>(choices: readonly T[]): T => {
    const chosen = choices[between(0, choices.length - 1)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return {
    dice,
    between,
    oneOf,
    chance: share => dice() < share,
    some: (choices, count) => {
      const left = [...choices]
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const [chosen] = left.splice(between(0, left.length - 1), 1)
        if (chosen === undefined) throw new Error('nothing to choose from')
        return chosen
      })
    },
  }
}
