import type { ContactEdit } from '../contract/contacts.ts'
import type { Refusal } from '../contract/values.ts'
import type { E164 } from '../domain/ids.ts'
import { isZone } from '../domain/schedule.ts'
import { isCountry, readPhone } from '../numbering/phone.ts'
import { badInputRefusal, type Problem } from './bad-input.ts'
import { refused } from './refuse.ts'

/** What a person set about a contact, read; absent stays as it is. */
export interface ReadEdit {
  readonly name?: string
  readonly phone?: E164 | null
  /** As it was typed. */
  readonly written: string
  readonly further?: readonly E164[]
  readonly zone?: string | null
  readonly language?: string | null
  readonly tags?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
}

/** Refuses with each field that cannot be understood. */
export function readEdit(edit: ContactEdit): ReadEdit {
  const problems: Problem[] = []
  const country = edit.country ?? ''
  if (country !== '' && !isCountry(country))
    problems.push({ field: 'country', text: `there is no country “${country}”` })
  const number = (text: string, field: string): E164 | null => {
    if (text.trim() === '') return null
    const read = readPhone(text, country)
    if ('number' in read) return read.number
    const cure = country === '' && !text.trim().startsWith('+') ? '; begin with + and the country code' : ''
    problems.push({ field, text: `${read.reason}${cure}` })
    return null
  }
  const phone = edit.phone === undefined ? undefined : number(edit.phone, 'phone')
  const further = edit.furtherPhones?.map((text, index) => number(text, `furtherPhones.${index}`))
  const zone = edit.zone === undefined ? undefined : zoneOf(edit.zone, problems)
  const language = edit.language === undefined ? undefined : languageOf(edit.language, problems)
  if (problems.length > 0) throw refused(badInputRefusal(problems) satisfies Refusal)
  return {
    written: edit.phone?.trim() ?? '',
    ...given('name', edit.name?.trim()),
    ...given('phone', phone),
    ...given(
      'further',
      further && ([...new Set(further.filter(each => each !== null && each !== phone))] as E164[]),
    ),
    ...given('zone', zone),
    ...given('language', language),
    ...given('tags', edit.tags && [...new Set(edit.tags.map(tag => tag.trim()).filter(tag => tag !== ''))]),
    ...given(
      'fields',
      edit.fields &&
        Object.fromEntries(
          Object.entries(edit.fields)
            .map(trimmed)
            .filter(([key]) => key !== ''),
        ),
    ),
  }
}

const trimmed = ([key, value]: [string, string]) => [key.trim(), value.trim()] as const

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })

export function zoneOf(text: string | null, problems: Problem[]): string | null {
  const zone = text?.trim() || null
  if (zone === null || isZone(zone)) return zone
  problems.push({ field: 'zone', text: `there is no time zone “${zone}”` })
  return null
}

/** In its canonical spelling (BCP 47): `de-AT`. */
export function languageOf(text: string | null, problems: Problem[]): string | null {
  const language = text?.trim() || null
  if (language === null) return null
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch {
    problems.push({ field: 'language', text: `“${language}” is no language code such as de or en-GB` })
    return null
  }
}
