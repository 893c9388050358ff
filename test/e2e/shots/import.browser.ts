import { expect, test } from './desk.ts'
import { shoot } from './shoot.ts'

const names = [
  'Brandt',
  'Wendt',
  'Rehm',
  'Malek',
  'Demiralp',
  'Vogelsang',
  'Eibl',
  'Kröger',
  'Zettl',
  'Solheim',
]
const firstNames = ['Sofia', 'Oskar', 'Claudia', 'Yusuf', 'Katrin', 'Thomas', 'Ingrid']
const cities = ['Berlin', 'VIP, Berlin', 'Hamburg, Fuhrpark', 'Köln', '']
const one = <T>(of: readonly T[], i: number) => of[i % of.length]
const person = (i: number) => `${one(names, i)}, ${one(firstNames, i)}`
const leads = [
  'Telefon;Kunde;Gruppe;appointment_time;Einw.;Zone;Notiz',
  ...Array.from(
    { length: 460 },
    (_, i) =>
      `030 23125 ${100 + i};${person(i)};${one(cities, i)};${26 + (i % 4)}.11.2026;${i % 9 === 2 ? 'oui' : 'ja'};${i % 7 === 3 ? 'Europe/Paris' : ''};${i % 5 === 4 ? 'ruft zurück' : ''}`,
  ),
  '030 23125 118;Oberländer, Martin;VIP, Berlin;26.11.2026;ja;;hat Hund',
  '+33 1 99 00 41 07;Girard, Paul-André;Lyon;26.11.2026;oui;Europe/Paris;',
  ...[
    '12 34',
    'n/a',
    '0800 REISE',
    '030 2312',
    '',
    '110',
    '17',
    'privat',
    '+44 20 79',
    '030-23',
    '++49 30 23125',
  ].map((number, i) => `${number};${person(i + 3)};;27.11.2026;ja;;`),
].join('\r\n')

test('a file on its way into the contacts', async ({ desk: page }) => {
  await page.goto(new URL('/contacts/import', page.url()).href)
  await shoot(page, 'import')
  const file = { name: 'autumn-leads.csv', mimeType: 'text/csv', buffer: Buffer.from(leads, 'latin1') }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('combobox', { name: 'Default country' }).fill('Germany')
  await page.getByRole('option', { name: /^Germany/ }).click()
  await expect(page.getByText(/^\d+ not readable/)).toBeVisible()
  await shoot(page, 'import-mapping')
  await page.getByRole('button', { name: /^Import \d+ contacts/ }).click()
  await expect(page.getByRole('table', { name: 'Rejected rows' })).toBeVisible()
  await shoot(page, 'import-result')
  await page.getByRole('button', { name: 'Undo import' }).click()
  await shoot(page, 'import-undo')
})

test('a file that cannot be read', async ({ desk: page }) => {
  await page.goto(new URL('/contacts/import', page.url()).href)
  const picture = Buffer.from('89504e470d0a1a0a00', 'hex')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture })
  await expect(page.getByRole('alert').getByText('photo.png', { exact: false })).toBeVisible()
  await shoot(page, 'import-refused')
})
