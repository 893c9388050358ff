import { expect, test } from './desk.ts'
import { shoot } from './shoot.ts'

const leads = [
  'Telefon;Kunde;Gruppe;Termin;Notiz',
  ...Array.from({ length: 30 }, (_, i) => `030 23125 ${600 + i};Kundin ${i};Berlin;2026-11-26;`),
  '030 23125 618;Oberländer, Martin;VIP, Berlin;2026-11-26;hat Hund',
  '12 34;Immerzeel, Rolf;;;',
  '+33 1 99 00 41 07;Girard, Paul-André;Lyon;26.11.2026;',
].join('\r\n')

test('a file on its way into the contacts', async ({ desk: page }) => {
  await page.goto(new URL('/contacts/import', page.url()).href)
  await shoot(page, 'import')
  const file = { name: 'autumn-leads.csv', mimeType: 'text/csv', buffer: Buffer.from(leads, 'latin1') }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('combobox', { name: 'Default country' }).fill('Germany')
  await page.getByRole('option', { name: /^Germany/ }).click()
  await expect(page.getByText('1 not readable')).toBeVisible()
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
