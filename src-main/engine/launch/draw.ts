import type { Dice } from '../ports/dice.ts'

/** A sample out of a stream of any length so far, and how many it was drawn from. */
export interface Draw<T> {
  readonly sample: readonly T[]
  readonly seen: number
}

export const nothingDrawn: Draw<never> = { sample: [], seen: 0 }

/**
 * After some more of the stream; each has the same chance (algorithm R: Vitter, "Random sampling with a reservoir",
 * ACM TOMS 11.1, 1985).
 */
export function drawOn<T>(before: Draw<T>, more: readonly T[], size: number, dice: Dice): Draw<T> {
  const sample = [...before.sample]
  let { seen } = before
  for (const item of more) {
    seen += 1
    if (sample.length < size) sample.push(item)
    else {
      const place = Math.floor(dice() * seen)
      if (place < size) sample[place] = item
    }
  }
  return { sample, seen }
}
