import type { E164 } from '../../../src-main/domain/ids.ts'

/** Numbers kept free for fiction, in six zones of four countries; the zone is what the judge reads their clock in. */
const lines = [
  { prefix: '+49302312', zone: 'Europe/Berlin', digits: 4 },
  { prefix: '+442079460', zone: 'Europe/London', digits: 3 },
  { prefix: '+121255501', zone: 'America/New_York', digits: 2 },
  { prefix: '+131255501', zone: 'America/Chicago', digits: 2 },
  { prefix: '+130355501', zone: 'America/Denver', digits: 2 },
  { prefix: '+141555501', zone: 'America/Los_Angeles', digits: 2 },
] as const

/** The practice carrier forces what happens to numbers that end in 00 to 13. */
const FIRST_FREE = 14
export const OPTS_OUT = '07'
export const WRONG = '04'
export const PER_ZONE = 50

/** Fifty in each zone: one who opts out, one number that does not exist, and others as they are drawn. */
export const peopleInSixZones: readonly E164[] = lines.flatMap(({ prefix, digits }) => {
  const endings = [
    OPTS_OUT,
    WRONG,
    ...Array.from({ length: PER_ZONE - 2 }, (_, at) => String(FIRST_FREE + at)),
  ]
  // Berlin's range for drama begins with 5000.
  const filler = digits === 4 ? '50' : '0'.repeat(digits - 2)
  return endings.map(ending => `${prefix}${filler}${ending}`)
})

/** Expensive, short, or nobody's: never to be dialled. */
export const neverToBeDialled: readonly E164[] = [
  '+499001234567',
  '+499001234568',
  '+449098790001',
  '+19005550114',
  '+19005550115',
  '+449011234567',
  '+881612345678',
  '+870773111632',
]

export const zoneOf = (number: E164): string => {
  const line = lines.find(({ prefix }) => number.startsWith(prefix))
  if (line === undefined) throw new Error(`${number} stands in none of the six zones`)
  return line.zone
}
