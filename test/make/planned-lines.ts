import fc from 'fast-check'
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  Metadata,
  type NumberType,
} from 'libphonenumber-js/max'

export type LineName = Exclude<NumberType, undefined | 'FIXED_LINE_OR_MOBILE'>

const lineNames = [
  'FIXED_LINE',
  'MOBILE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
] as const satisfies readonly LineName[]

/** Numbers that the plan of a country gives to one kind of line. */
export interface PlannedLine {
  readonly country: CountryCode
  readonly callingCode: string
  readonly line: LineName
  /** Any of them, without calling code and trunk prefix. */
  readonly national: fc.Arbitrary<string>
}

/** Every kind of line of every country, by the patterns in the number library's metadata. */
export const plannedLines: readonly PlannedLine[] = getCountries().flatMap(country => {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  const plan = metadata.numberingPlan as unknown as {
    type(name: string): { pattern(): string; possibleLengths(): readonly number[] | undefined } | undefined
    possibleLengths(): readonly number[]
  }
  return lineNames.flatMap(line => {
    const found = plan.type(line)
    if (!found?.pattern()) return []
    const lengths = found.possibleLengths() ?? plan.possibleLengths()
    const national = fc
      .stringMatching(new RegExp(`^(?:${found.pattern()})$`))
      .filter(digits => lengths.includes(digits.length))
    return [{ country, callingCode: getCountryCallingCode(country), line, national }]
  })
})
