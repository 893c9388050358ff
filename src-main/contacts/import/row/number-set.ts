import type { E164 } from '../../../domain/ids.ts'

/** Numbers that were met, with 16–32 bytes each: E.164 has at most 15 digits, which a double holds exactly. */
export interface NumberSet {
  /** @returns whether it is new */
  add(number: E164): boolean
}

export function numberSet(): NumberSet {
  let slots = new Float64Array(1 << 16)
  let held = 0
  const place = (into: Float64Array, value: number): boolean => {
    const mask = into.length - 1
    // Neighbouring numbers are common: spread by the golden ratio (Knuth, TAOCP 6.4), whose upper bits are the good ones.
    const folded = (value % 4_294_967_296) ^ (value / 4_294_967_296)
    let at = Math.imul(folded, 2_654_435_769) >>> (1 + Math.clz32(mask) - 1)
    for (; into[at] !== 0; at = (at + 1) & mask) if (into[at] === value) return false
    into[at] = value
    return true
  }
  return {
    add: number => {
      if (!place(slots, Number(number.slice(1)))) return false
      held += 1
      if (held > slots.length / 2) {
        const larger = new Float64Array(slots.length * 2)
        for (const value of slots) if (value !== 0) place(larger, value)
        slots = larger
      }
      return true
    },
  }
}
