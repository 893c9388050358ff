import type { Person } from '../../contacts/write/add-people.ts'
import type { E164 } from '../../domain/ids.ts'

/**
 * Ranges that regulators keep free for fiction, a thousand numbers each: Bundesnetzagentur drama numbers (Berlin,
 * Hamburg, Frankfurt, Munich, Cologne) and Ofcom's London range.
 */
const ranges = ['+493023125', '+494066969', '+496990009', '+498999998', '+492214710', '+442079460'] as const
/** NANPA keeps 555-01xx of every area code free: a hundred numbers each. */
const areaCodes = [
  '201',
  '212',
  '303',
  '312',
  '404',
  '415',
  '503',
  '512',
  '602',
  '617',
  '702',
  '713',
  '802',
  '816',
  '904',
] as const

/** Numbers ending in 00 to 13 are left out: there the practice carrier forces an outcome. */
const firstEnding = 14
const perHundred = 100 - firstEnding

const inRanges = ranges.length * 10 * perHundred
export const mostPracticePeople = inRanges + areaCodes.length * perHundred

/** The first so many practice people, each with a number of their own; at most `mostPracticePeople`. */
export function practicePeople(count: number): readonly Person[] {
  return Array.from({ length: Math.min(count, mostPracticePeople) }, (_, at) => {
    const phone = numberOf(at)
    return { phone, written: phone, zone: null, name: `Practice person ${at + 1}`, fields: {} }
  })
}

function numberOf(at: number): E164 {
  if (at < inRanges) {
    const within = Math.floor(at / ranges.length)
    return `${ranges[at % ranges.length]}${Math.floor(within / perHundred)}${ending(within)}`
  }
  const rest = at - inRanges
  return `+1${areaCodes[rest % areaCodes.length]}55501${ending(Math.floor(rest / areaCodes.length))}`
}

const ending = (at: number): number => firstEnding + (at % perHundred)
