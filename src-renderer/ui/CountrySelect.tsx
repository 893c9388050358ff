import { Select } from '@mantine/core'
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import type { ReactNode } from 'react'
import { locale } from '../format/locale.ts'
import { countryName } from '../format/phone.ts'
import { Flag } from './Phone.tsx'

const countries = getCountries()
  .map(code => ({ value: code as string, label: `${countryName(code)} +${getCountryCallingCode(code)}` }))
  .sort((a, b) => a.label.localeCompare(b.label, locale))

const byZone: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/London': 'GB',
  'Europe/Paris': 'FR',
}

/** The first guess for numbers without a country code: by zone where that is plain, else by the locale. */
export let homeCountry: string =
  byZone[Intl.DateTimeFormat().resolvedOptions().timeZone] ?? new Intl.Locale(locale).region ?? 'US'

/** The settings of the workspace know better. */
export function setHomeCountry(country: string) {
  homeCountry = country
}

interface CountrySelectProps {
  readonly label?: string
  readonly 'aria-label'?: string
  readonly placeholder?: string
  readonly description?: string
  readonly value?: string
  readonly error?: ReactNode
  readonly onChange?: (value: string) => void
  readonly onBlur?: () => void
}

export function CountrySelect({ value, onChange, ...others }: CountrySelectProps) {
  return (
    <Select
      data={countries}
      searchable
      value={value ?? null}
      onChange={next => next && onChange?.(next)}
      leftSection={value && <Flag country={value} />}
      {...others}
    />
  )
}
