import type { Page } from '@playwright/test'
import { expect, goTo, startDemo, test } from './workspace.ts'

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function openForm(page: Page) {
  await startDemo(page)
  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
}

async function choose(page: Page, field: string, option: RegExp) {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

test('a CSV file becomes a draft, and each rejected row is told with its line and reason', async ({
  app: page,
}) => {
  await openForm(page)
  await page.getByLabel('Name', { exact: true }).fill('Autumn check')
  await choose(page, 'Agent', /Clara/)
  await page
    .locator('input[type=file]')
    .setInputFiles(
      csv(
        'people.csv',
        'Telefon;Kunde;Termin\n030 23125 001;Anna Beispiel;10 o’clock\n+49 30 23125 002;Ben Muster;11 o’clock\n12 34;Zu Kurz;noon\n030 23125001;Anna Nochmal;9 o’clock\n',
      ),
    )
  await expect(page.getByText('people.csv, 4 rows')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'What is in Telefon' })).toHaveValue('Phone number')
  await choose(page, 'Default country', /^Germany/)
  await choose(page, 'Trunk', /Practice/)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Create campaign' }).click()

  await expect(page.getByRole('heading', { name: '2 contacts in the campaign' })).toBeVisible()
  const rejected = page.getByRole('region', { name: 'Rejected rows' })
  await expect(rejected.getByRole('cell', { name: '4', exact: true })).toBeVisible()
  await expect(rejected.getByRole('cell', { name: /^12 34 Zu Kurz/ })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the campaign' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Autumn check' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Launch…' })).toBeVisible()
})

test('a file that is no CSV file is refused with its cause', async ({ app: page }) => {
  await openForm(page)
  await page.locator('input[type=file]').setInputFiles({
    name: 'photo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
  })
  await expect(page.getByRole('region', { name: 'Contacts' }).getByRole('alert')).toBeVisible()
})

test('errors stand at their field when it is left, and an unfinished form says what is missing', async ({
  app: page,
}) => {
  await openForm(page)
  await page.getByLabel('Name', { exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('Monday').fill('9-8')
  await page.getByLabel('Monday').blur()
  await expect(page.getByText(/Write it as 09:00–12:30/)).toBeVisible()
  await page.getByLabel('Monday').fill('9-12:30, 1330-18')
  await page.getByLabel('Monday').blur()
  await expect(page.getByLabel('Monday')).toHaveValue('09:00–12:30, 13:30–18:00')
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByText('Drop or choose a CSV file with phone numbers.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
})
