import type { E164 } from '../../domain/ids.ts'
import type { NewContact } from '../../store/add-contacts.ts'

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

export const mostPracticePeople = ranges.length * 1000 + areaCodes.length * 100

/** The first so many practice people, each with a number of their own; at most `mostPracticePeople`. */
export function practicePeople(count: number): readonly NewContact[] {
  return Array.from({ length: Math.min(count, mostPracticePeople) }, (_, at) => {
    const phone = numberOf(at)
    return {
      phone,
      phoneAsImported: phone,
      country: phone.startsWith('+49') ? 'DE' : phone.startsWith('+44') ? 'GB' : 'US',
      name: `Practice person ${at + 1}`,
      fields: {},
    }
  })
}

function numberOf(at: number): E164 {
  const inRanges = ranges.length * 1000
  if (at < inRanges)
    return `${ranges[at % ranges.length]}${String(Math.floor(at / ranges.length)).padStart(3, '0')}`
  const rest = at - inRanges
  return `+1${areaCodes[rest % areaCodes.length]}55501${String(Math.floor(rest / areaCodes.length)).padStart(2, '0')}`
}
