import { isCountry } from '../numbering/phone.ts'
import { refused } from './refuse.ts'

/** A prefix without notation, or a country's code; refuses what blocks nothing or everything. */
export function blockValue(of: 'prefix' | 'country', written: string): string {
  if (of === 'country') {
    const country = written.trim().toUpperCase()
    if (isCountry(country)) return country
    throw refused({ ...bad, what: `There is no country “${written}”.`, cure: 'Choose one from the list.' })
  }
  const prefix = written.replaceAll(/[\s()/.-]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{0,14}$/.test(prefix)) return prefix
  throw refused({
    ...bad,
    what: `“${written}” does not begin like a number with its country code.`,
    cure: 'Write it as +49 900.',
  })
}

const bad = { code: 'bad_block', field: 'value' }
