import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import fc from 'fast-check'
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { readEdit } from '../../src-main/api/contact-input.ts'
import { readContacts } from '../../src-main/contacts/import/read-contacts.ts'
import { rowReader } from '../../src-main/contacts/import/row/row-reader.ts'
import { neverDialled, neverDialledCodes } from '../../src-main/numbering/never-dialled.ts'
import { plannedLines } from '../make/planned-lines.ts'
import { anImportDesk, aPlan, uses } from './import/import-desk.ts'

const SEED = 20_261_122

/** A number that must never be called: `national` within `country`, or `null` where it has none. */
interface Barred {
  readonly country: CountryCode
  readonly e164: string
  readonly national: string | null
}

const dialledTypes: readonly (string | undefined)[] = [
  'FIXED_LINE',
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'TOLL_FREE',
  'VOIP',
]
/** By the library, which judges here: a line that a person may have. */
const isDialled = (e164: string): boolean => {
  const number = parsePhoneNumberFromString(e164)
  return number?.number === e164 && number.isValid() && dialledTypes.includes(number.getType())
}

const inCountry = (country: CountryCode, national: string): Barred => ({
  country,
  national,
  e164: `+${getCountryCallingCode(country)}${national}`,
})
const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^\\d{${least},${most}}$`))
const country = fc.constantFrom(...getCountries())

const costly = fc
  .constantFrom(...plannedLines.filter(({ line }) => !dialledTypes.includes(line)))
  .chain(({ country: of, national }) => national.map(number => inCountry(of, number)))
  // Where the patterns of two kinds meet, the library has decided for a line that is called.
  .filter(({ e164 }) => !isDialled(e164))

/** Emergency and service codes as they are in use somewhere. */
const emergencies =
  '000 08 099 10 100 101 102 103 104 107 108 110 111 112 113 114 115 116 117 118 119 120 122 123 127 128 133 140 141 144 155 158 166 180 185 190 191 192 193 194 195 197 198 199 444 555 611 666 777 811 901 902 903 907 910 911 912 913 914 915 917 919 922 933 955 991 992 993 994 995 996 997 998 999 1010 1122 116000 116006 116111 116117 116123 118118 11833'.split(
    ' ',
  )
const short = fc
  .tuple(country, fc.oneof(fc.constantFrom(...emergencies), digits(1, 3)))
  .map(([of, number]) => inCountry(of, number))
  // Six digits are a whole number in Iran and Somalia.
  .filter(({ e164 }) => !isDialled(e164))

/** Area codes of their capitals and other towns, as dialled after the country code. */
const areas: readonly (readonly [CountryCode, readonly string[], readonly string[]])[] = [
  ['DE', ['30', '40', '89', '201', '8309', '38309'], ['110', '112', '115', '116117', '11833']],
  ['AT', ['1', '316', '512', '662'], ['112', '122', '133', '144']],
  ['IT', ['06', '02', '011', '055'], ['112', '113', '115', '118']],
  ['KR', ['2', '31', '51', '64'], ['112', '119', '120']],
  ['BD', ['2', '31', '562'], ['100', '102', '999']],
]
const behindArea = fc
  .constantFrom(...areas)
  .chain(([of, towns, codes]) =>
    fc.tuple(fc.constant(of), fc.constantFrom(...towns), fc.constantFrom(...codes)),
  )
  .map(([of, town, code]) => inCountry(of, town + code))

const abroad = fc
  .tuple(fc.constantFrom(...Object.keys(neverDialledCodes)), digits(6, 12), country)
  .map(([code, rest, of]): Barred => ({ country: of, e164: `+${code}${rest}`, national: null }))

const noNumber = fc
  .tuple(country, digits(1, 17))
  .map(([of, number]) => inCountry(of, number))
  .filter(({ e164 }) => !isDialled(e164))

const tooLongOrShort = fc
  .tuple(
    fc
      .constantFrom(...plannedLines.filter(({ line }) => dialledTypes.includes(line)))
      .chain(({ country: of, national }) => national.map(number => ({ of, number }))),
    fc.oneof(fc.constant(null), digits(1, 5)),
  )
  .map(([{ of, number }, more]) => inCountry(of, more === null ? number.slice(0, -3) : number + more))
  .filter(({ e164 }) => !isDialled(e164))

const spread = (text: string, by: string) => text.replaceAll(/(\d{3})(?=\d)/g, `$1${by}`)
const inDigits = (zero: number) => (text: string) =>
  text.replaceAll(/\d/g, digit => String.fromCodePoint(zero + Number(digit)))
const international: readonly ((number: Barred) => string)[] = [
  ({ e164 }) => e164,
  ({ e164 }) => spread(e164, ' '),
  ({ e164 }) => spread(e164, '-'),
  ({ e164 }) => spread(e164, '.'),
  ({ e164 }) => spread(e164, '\u00a0'),
  ({ e164 }) => `'${e164}`,
  ({ e164 }) => `tel:${e164}`,
  ({ e164 }) => `${e164};ext=7`,
  ({ e164 }) => `${e164} ext. 7`,
  ({ e164 }) => `\u200e${e164}\u202c`,
  ({ e164 }) => inDigits(0xff10)(e164.replace('+', '＋')),
  ({ e164 }) => inDigits(0x0660)(e164),
  ({ e164 }) => inDigits(0x06f0)(e164),
]
const within: readonly ((number: Barred & { readonly national: string }) => string)[] = [
  ({ national }) => national,
  ({ national }) => `0${national}`,
  ({ national }) => spread(national, ' '),
  ({ national }) => `(${national.slice(0, 3)}) ${national.slice(3)}`,
  ({ national }) => inDigits(0xff10)(national),
  ({ e164 }) => `00${e164.slice(1)}`,
  ({ e164 }) => `011${e164.slice(1)}`,
  ({ e164, national }) => `${e164.slice(0, -national.length)} (0) ${national}`,
  ({ e164, national }) => `tel:${national};phone-context=${e164.slice(0, -national.length)}`,
]
const notation = fc.nat(99)
const writtenAs = (number: Barred, at: number): string => {
  const { national } = number
  const all = [
    ...international.map(write => () => write(number)),
    ...(national === null ? [] : within.map(write => () => write({ ...number, national }))),
  ]
  return (all[at % all.length] as () => string)()
}

/** Every way by which a number that was written comes to a contact: forms, files with pasted rows, command line. */
const ways: Readonly<Record<string, (text: string, of: CountryCode) => readonly string[]>> = {
  'a new or edited contact': (text, of) => edited({ phone: text, country: of }),
  'a further number by hand': (text, of) => edited({ furtherPhones: [text], country: of }),
  'the column of numbers': (text, of) => rowOf(['phone_number'], [text], of),
  'a column of further numbers': (text, of) => rowOf(['phone_number', 'further_phone'], [friend, text], of),
  'a further number in place of the first': (text, of) =>
    rowOf(['phone_number', 'further_phone'], ['', text], of),
}
const friend = '+493023125618'

function edited(edit: Parameters<typeof readEdit>[0]): readonly string[] {
  try {
    const { phone, further = [] } = readEdit(edit)
    return phone == null ? further : [phone, ...further]
  } catch (error) {
    if (error instanceof ORPCError) return []
    throw error
  }
}

function rowOf(
  columns: Parameters<typeof uses>,
  cells: readonly string[],
  of: CountryCode,
): readonly string[] {
  const plan = aPlan({ columns: uses(...columns), defaultCountry: of, withoutNumber: 'keep' })
  const found = rowReader(plan, columns.map(String), 0)({ line: 2, cells })
  if ('rejected' in found) return []
  return [found.row.phone, ...found.row.further].filter(each => each !== null && each !== friend) as string[]
}

describe('quality.md §4: premium, satellite, short and emergency numbers never', () => {
  test.each<readonly [string, fc.Arbitrary<Barred>]>([
    ['premium, shared-cost and other costly numbers', costly],
    ['emergency and short numbers', short],
    ['emergency numbers behind an area code', behindArea],
    ['numbers of satellites and networks without a country', abroad],
    ['numbers of no known kind', noNumber],
    ['numbers with digits too few or too many', tooLongOrShort],
  ])('%s of all countries, in any notation, become callable by no way in', (_, numbers) =>
    fc.assert(
      fc.property(numbers, notation, (number, at) => {
        const text = writtenAs(number, at)
        for (const [way, take] of Object.entries(ways))
          for (const taken of take(text, number.country)) {
            // Digits without a country code may be somebody else's number; then it is one that is called.
            expect(taken, `${way}: ${text}`).not.toBe(number.e164)
            expect(isDialled(taken), `${way}: ${text} as ${taken}`).toBe(true)
            expect(neverDialled(taken), `${way}: ${text} as ${taken}`).toBeNull()
          }
      }),
      { seed: SEED, numRuns: 600 },
    ),
  )
})

test.each(Object.entries(ways))('a number that is called does come in as %s', (_, take) => {
  for (const text of ['+12122342345', 'tel:(212) 234-2345', '＋１２１２２３４２３４５'])
    expect(take(text, 'US')).toEqual(['+12122342345'])
})

const sample = [costly, short, behindArea, abroad, noNumber, tooLongOrShort].flatMap(numbers =>
  fc.sample(fc.tuple(numbers as fc.Arbitrary<Barred>, fc.nat(international.length - 1)), {
    seed: SEED,
    numRuns: 40,
  }),
)
// With their country code, so that nothing else can be meant.
const written = sample.map(([number, at]) => (international[at] as (number: Barred) => string)(number))
const aFile = (heading: string, cells: readonly string[]) =>
  [heading, ...cells.map(cell => `"${cell}",Somebody`)].join('\n')

test('a whole file of them fills no list of `trunkline run`', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-barred-'))
  try {
    const path = join(folder, 'people.csv')
    writeFileSync(path, aFile('phone_number,contact_name', [...written, friend]))
    const people = await readContacts(path, 'DE')
    expect(people.contacts.map(each => each.phone)).toEqual([friend])
    expect(people.rejected).toHaveLength(written.length)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each(['reject', 'keep'] as const)(
  'nor does the import of one leave a number in the workspace, where rows without one are to be %s',
  async withoutNumber => {
    const desk = await anImportDesk()
    try {
      const columns = uses('phone_number', 'contact_name', 'further_phone')
      const rows = written.map((cell, index) => `"${cell}",Somebody,"${written.at(-1 - index)}"`)
      await desk.import(
        ['phone,name,further', ...rows, `${friend},Anna,"${written[0]}"`].join('\n'),
        aPlan({ columns, withoutNumber }),
      )
      expect(
        desk.rows(
          'SELECT phone FROM contacts WHERE phone IS NOT NULL UNION SELECT phone FROM further_phones',
        ),
      ).toEqual([{ phone: friend }])
    } finally {
      await desk.close()
    }
  },
)
