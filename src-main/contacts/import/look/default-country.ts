import { getCountries } from 'libphonenumber-js/max'
import { zonesOfCountry } from '../../../numbering/zones-of.ts'
import type { ReadOnlyFile } from '../../../store/read-only-file.ts'

/** What the last import read its numbers with; else what the settings say; else the country of the workspace's zone. ISO 3166-1 alpha-2. */
export function defaultCountry({ statements: sql }: ReadOnlyFile, zone: string): string {
  const last = sql.first<{ country: string | null }>(
    `SELECT json_extract(input, '$.plan.defaultCountry') AS country FROM jobs
     WHERE kind = 'import' ORDER BY id DESC LIMIT 1`,
  )
  return last?.country ?? ofWorkspace(sql) ?? countryOfZone(zone)
}

const ofWorkspace = (sql: ReadOnlyFile['statements']): string | null =>
  sql.first<{ country: string | null }>(
    `SELECT json_extract(value, '$.country') AS country FROM settings WHERE key = 'profile'`,
  )?.country ?? null

const countryOfZone = (zone: string): string =>
  likelyCountries.find(country => zonesOfCountry(country).includes(zone)) ??
  getCountries().find(country => zonesOfCountry(country).includes(zone)) ??
  'US'

/** Countries that share their zone with smaller ones. */
export const likelyCountries = [
  'US',
  'DE',
  'GB',
  'FR',
  'ES',
  'IT',
  'AT',
  'CH',
  'NL',
  'BE',
  'CA',
  'AU',
  'IN',
  'BR',
  'MX',
  'JP',
]
