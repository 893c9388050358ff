import type { Dice } from '../ports.ts'

/**
 * A sample of so many out of a stream of any length, each with the same chance (algorithm R: Vitter, "Random sampling
 * with a reservoir", ACM TOMS 11.1, 1985).
 */
export interface Reservoir<T> {
  add(item: T): void
  readonly sample: readonly T[]
}

export function createReservoir<T>(size: number, dice: Dice): Reservoir<T> {
  const sample: T[] = []
  let seen = 0
  return {
    add: item => {
      seen += 1
      if (sample.length < size) sample.push(item)
      else {
        const place = Math.floor(dice() * seen)
        if (place < size) sample[place] = item
      }
    },
    sample,
  }
}
