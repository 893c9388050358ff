import { countryOf } from '../../../numbering/phone.ts'
import { phoneCell } from '../cells/phone-cell.ts'
import { likelyCountries } from './default-country.ts'

/** So many of the numbers have to be ones of another country before it is proposed. */
const MOST = 0.6

const international = /^\s*'?(\+|00)/

/**
 * The country whose rules most numbers without a country code fit: the usual one as long as it fits half of them, else
 * one that the file's other numbers name, else a likely one. ISO 3166-1 alpha-2.
 */
export function countryOfRows(cells: readonly string[], usual: string): string {
  const written = cells.filter(cell => /\d/.test(cell))
  const national = written.filter(cell => !international.test(cell))
  const fits = (country: string) =>
    national.filter(cell => 'number' in phoneCell(cell, country)).length / national.length
  if (national.length === 0 || fits(usual) >= 0.5) return usual
  return [...named(written), ...likelyCountries].find(country => fits(country) >= MOST) ?? usual
}

/** Countries of the numbers that say theirs, the commonest first. */
function named(written: readonly string[]): readonly string[] {
  const countries = written
    .filter(cell => international.test(cell))
    .flatMap(cell => {
      const read = phoneCell(cell, 'US')
      return 'number' in read ? (countryOf(read.number) ?? []) : []
    })
  return [...Map.groupBy(countries, country => country)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([country]) => country)
}
