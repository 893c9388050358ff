import { choose, csv, fillBasics, goOn, openWizard } from './wizard.ts'
import { expect, test } from './workspace.ts'

test('a CSV file fills a draft, and each rejected row is told with its line and reason', async ({
  app: page,
}) => {
  await openWizard(page)
  await fillBasics(page, 'Autumn check')
  await goOn(page, 'Contacts')
  await page
    .locator('input[type=file]')
    .setInputFiles(
      csv(
        'people.csv',
        'Telefon;Kunde;Termin\n030 23125 001;Anna Beispiel;10 o’clock\n+49 30 23125 002;Ben Muster;11 o’clock\n12 34;Zu Kurz;noon\n030 23125001;Anna Nochmal;9 o’clock\n',
      ),
    )
  await expect(page.getByRole('combobox', { name: 'What is in Telefon' })).toHaveValue('Phone number')
  await choose(page, 'Default country', /^Germany/)
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()

  await expect(page.getByRole('heading', { name: '2 contacts in campaign Autumn check' })).toBeVisible()
  const rejected = page.getByRole('region', { name: 'Rejected rows' })
  await expect(rejected.getByText('12 34')).toBeVisible()
  await expect(rejected.getByText('Zu Kurz')).toBeVisible()
  await page.getByRole('link', { name: 'Go on with Autumn check' }).click()
  await expect(page.getByText('contacts in the campaign')).toBeVisible()
})

test('a file that is no CSV file is refused with its cause', async ({ app: page }) => {
  await openWizard(page)
  await page.getByLabel('Name', { exact: true }).fill('Photos')
  await goOn(page, 'Contacts')
  await page.locator('input[type=file]').setInputFiles({
    name: 'photo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
  })
  await expect(page.getByRole('alert')).toContainText('PNG')
})

test('errors stand at their field when it is left, and a page with one is not passed', async ({
  app: page,
}) => {
  await openWizard(page)
  await page.getByRole('button', { name: 'Contacts', exact: true }).last().click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill('Appointment reminders (demo)')
  await page.getByRole('button', { name: 'Contacts', exact: true }).last().click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Name', { exact: true }).fill('Another one')
  await goOn(page, 'Contacts')
  await goOn(page, 'Schedule')

  const monday = page.getByLabel('Monday, window 1', { exact: true })
  await monday.fill('9-')
  await monday.blur()
  await expect(page.getByText('Write it as 09:00–12:30.')).toBeVisible()
  await monday.fill('9-12:30, 1330-18')
  await monday.blur()
  await expect(monday).toHaveValue('09:00–12:30')
  await expect(page.getByLabel('Monday, window 2', { exact: true })).toHaveValue('13:30–18:00')
  await page.getByLabel('Monday, window 2', { exact: true }).fill('12-18')
  await page.getByLabel('Monday, window 2', { exact: true }).blur()
  await expect(page.getByText('09:00–12:30 and 12:00–18:00 overlap.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Calling', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: 'When may calls start?' })).toBeVisible()
})
