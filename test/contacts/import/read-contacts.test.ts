import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { guessUse } from '../../../src-main/contacts/import/map/guess-use.ts'
import { readContacts } from '../../../src-main/contacts/import/read-contacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'trunkline-people-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (text: string): string => {
  const path = join(folder, 'people.csv')
  writeFileSync(path, text)
  return path
}

test('a list of the command line: numbers, names and zones by their headings, all else as fields', async () => {
  const people = await readContacts(
    file(
      'Vorname;Nachname;Mobil;Zeitzone;Sprache;Appointment date\nAnna;Berg;0171 3920017;Europe/Vienna;de;morgen\n;;abc;;;\n;;+49 171 3920017;;;\n',
    ),
    'DE',
  )
  expect(people).toMatchObject({
    hasNumbers: true,
    duplicates: 1,
    rejected: [{ line: 3, reason: 'No digits' }],
    contacts: [
      {
        phone: '+491713920017',
        written: '0171 3920017',
        name: 'Anna Berg',
        zone: 'Europe/Vienna',
        fields: { sprache: 'de', appointment_date: 'morgen' },
      },
    ],
  })
})

test('contacts.md §3: headings are guessed, in English, German and the words of CRM systems', () => {
  const guessed = (heading: string) => {
    const use = guessUse(heading)
    return use.as === 'consent' ? `${use.as} ${use.kind}` : use.as === 'field' ? `field ${use.key}` : use.as
  }
  const expected = {
    'Phone Number': 'phone_number',
    TEL: 'phone_number',
    Rufnummer: 'phone_number',
    Handynummer: 'phone_number',
    MobilePhone: 'phone_number',
    'Mobile Phone Number': 'phone_number',
    'Person - Phone': 'phone_number',
    'Phone 1 - Value': 'phone_number',
    'Business Phone': 'phone_number',
    'Full name': 'contact_name',
    'First Name': 'contact_name',
    Nachname: 'contact_name',
    'Person - Name': 'contact_name',
    Kunde: 'contact_name',
    Gruppe: 'tags',
    Labels: 'tags',
    'Time Zone': 'zone',
    'State/Region': 'region',
    Bundesland: 'region',
    'Preferred language': 'language',
    Priorität: 'priority',
    'Einw.': 'consent express',
    'Consent (written)': 'consent express_written',
    'Opt-in': 'consent express',
    'Opt-out': 'field opt_out',
    Fax: 'field fax',
    'E-Mail': 'field e_mail',
    'Phone extension': 'field phone_extension',
    City: 'field city',
    'Appointment date': 'field appointment_date',
    '!!': 'leave_out',
  }
  expect(Object.fromEntries(Object.keys(expected).map(heading => [heading, guessed(heading)]))).toEqual(
    expected,
  )
})
