import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { expect, goTo, startDemo, test } from './workspace.ts'

/** A file as a German office writes it: semicolons, Windows-1252, one number too short, one twice. */
const leads = [
  'Telefon;Kunde;Gruppe;Termin;Notiz',
  '030 23125 618;Oberländer, Martin;VIP, Berlin;2026-11-26;hat Hund',
  '030 23125 619;Wendt, Oskar;;2026-11-27;',
  '12 34;Immerzeel, Rolf;;;',
  '+49 30 23125 618;Oberländer, Martin;VIP;2026-11-26;',
  '+33 1 99 00 41 07;Girard, Paul-André;Lyon;26.11.2026;',
].join('\r\n')
const inWindows1252 = (text: string) => Buffer.from(text, 'latin1')

const leadsFile = { name: 'autumn-leads.csv', mimeType: 'text/csv', buffer: inWindows1252(leads) }

const rowsOf = (n: number) =>
  ['phone,name', ...Array.from({ length: n }, (_, i) => `+4930${23_000_000 + i},Person ${i}`)].join('\n')

async function openImport(page: Page) {
  await goTo(page, 'Contacts')
  await page.goto(`${new URL(page.url()).origin}/contacts/import`)
  await expect(page.getByRole('heading', { name: 'Which file?' })).toBeVisible()
}

const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type=file]').setInputFiles(file)

/** Whatever the zone of the machine suggests. */
const fromGermany = async (page: Page) => {
  await page.getByRole('combobox', { name: 'Default country' }).fill('Germany')
  await page.getByRole('option', { name: /^Germany/ }).click()
}

const importButton = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

test('contacts §3: from a file to a list, with every row accounted for, and back as a whole', async ({
  app: page,
}) => {
  await openImport(page)
  expect(await barriersOn(page)).toEqual([])
  await test.step('a list is made on the way', async () => {
    await page.getByRole('combobox', { name: 'Into' }).click()
    await page.getByRole('option', { name: 'New list…' }).click()
    await page.getByLabel('Name of the list').fill('Autumn leads')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Into' })).toHaveValue('Autumn leads')
  })
  await choose(page, leadsFile)
  await test.step('how it is read is said, columns are guessed, bad cells are marked', async () => {
    await expect(page.getByText('autumn-leads.csv into list Autumn leads')).toBeVisible()
    await expect(page.getByText('Windows-1252, detected')).toBeVisible()
    await expect(page.getByText('First row is the heading')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'What is in Telefon' })).toHaveValue('Phone number')
    await expect(page.getByRole('combobox', { name: 'What is in Kunde' })).toHaveValue('Contact name')
    await expect(page.getByRole('cell', { name: 'Oberländer, Martin' }).first()).toBeVisible()
    await fromGermany(page)
    await expect(page.getByText('1 not readable')).toBeVisible()
    await expect(page.getByText('1 duplicate in the file')).toBeVisible()
    await expect(page.getByRole('cell', { name: /^12 34, / })).toBeVisible()
  })
  expect(await barriersOn(page)).toEqual([])
  await test.step('without a column of numbers it says so and cannot start', async () => {
    const phone = page.getByRole('combobox', { name: 'What is in Telefon' })
    await phone.click()
    await page.getByRole('option', { name: 'Leave out' }).click()
    await expect(page.getByText('Say which column holds the phone number.')).toBeVisible()
    await expect(importButton(page, /^Import/)).toBeDisabled()
    await phone.click()
    await page.getByRole('option', { name: 'Phone number' }).click()
  })
  await test.step('a column becomes a field of a name of its own, by keys', async () => {
    const note = page.getByRole('combobox', { name: 'What is in Notiz' })
    await note.focus()
    await page.keyboard.type('New field')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByLabel('Field for Notiz').fill('Note of pet')
    await page.keyboard.press('Enter')
    await expect(note).toHaveValue('note_of_pet')
  })
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('heading', { name: '3 contacts in list Autumn leads' })).toBeVisible()
  await test.step('each row of the file stands in one part', async () => {
    const parts = page.getByRole('region', { name: 'Rows of the file' })
    await expect(parts).toContainText(/Added\s*3/)
    await expect(parts).toContainText(/Duplicates in the file\s*1/)
    await expect(parts).toContainText(/Rejected\s*1/)
    const rejected = page.getByRole('table', { name: 'Rejected rows' })
    await expect(rejected.getByRole('row').nth(1)).toContainText('12 34')
    await expect(rejected.getByRole('row').nth(1)).toContainText('Immerzeel, Rolf')
  })
  expect(await barriersOn(page)).toEqual([])
  await test.step('“every rejected row is kept in a downloadable CSV with its line number and reason”', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain('12 34')
    expect(csv).toMatch(/(^|\n)4[,;]/)
  })
  const address = page.url()
  await test.step('it stands in the history', async () => {
    await page.getByRole('link', { name: 'All imports' }).click()
    await expect(page.getByRole('table', { name: 'Imports' })).toContainText('3 added, 0 updated, 1 rejected')
    expect(await barriersOn(page)).toEqual([])
    await page.goto(address)
  })
  await test.step('the undo says what will be gone, and takes it', async () => {
    await page.getByRole('button', { name: 'Undo import' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('3 contacts that it added will be gone')
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Undo import' }).click()
    await expect(page.getByText('This import was undone.')).toBeVisible()
    await page.getByRole('link', { name: 'Contacts' }).first().click()
    await expect(page.getByText('Oberländer, Martin')).toHaveCount(0)
  })
})

test('contacts §3: “mappings remembered per heading set”, and a second import changes nothing', async ({
  app: page,
}) => {
  await openImport(page)
  await choose(page, leadsFile)
  await page.getByRole('combobox', { name: 'What is in Notiz' }).click()
  await page.getByRole('option', { name: 'Leave out' }).click()
  await fromGermany(page)
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('heading', { name: '3 contacts imported' })).toBeVisible()

  await openImport(page)
  await choose(page, leadsFile)
  await expect(page.getByRole('combobox', { name: 'What is in Notiz' })).toHaveValue('Leave out')
  await expect(page.getByRole('combobox', { name: 'Default country' })).toHaveValue(/^Germany/)
  await expect(page.getByText(/remembered from/).first()).toBeVisible()
  await expect(page.getByText('3 known numbers')).toBeVisible()
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('region', { name: 'Rows of the file' })).toContainText(/Unchanged\s*3/)
})

test('contacts §3: “pasted from a spreadsheet”, and read otherwise than detected', async ({ app: page }) => {
  await openImport(page)
  await page.getByLabel('Rows from a spreadsheet').fill('Phone\tName\n+493023125618\tAnna Bauer')
  await page.getByRole('button', { name: 'Take these rows' }).click()
  await expect(page.getByRole('combobox', { name: 'What is in Phone' })).toHaveValue('Phone number')
  await page.getByRole('button', { name: 'Change reading' }).click()
  await page.getByRole('switch', { name: 'First row is the heading' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByText('No heading row')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Anna Bauer' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Name', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Change reading' }).click()
  await page.getByRole('button', { name: 'As detected' }).click()
  await page.keyboard.press('Escape')
  await importButton(page, 'Import 1 contact').click()
  await expect(page.getByRole('heading', { name: '1 contact imported' })).toBeVisible()
})

test('a file that cannot be read is refused with what to do, and another can be chosen', async ({
  app: page,
}) => {
  await openImport(page)
  await choose(page, {
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a00', 'hex'),
  })
  await expect(page.getByRole('alert').getByText('photo.png', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Another file' }).click()
  await expect(page.getByRole('heading', { name: 'Which file?' })).toBeVisible()
})

test('a file that does not arrive is told, can be cancelled, and sent again', async ({ app: page }) => {
  await openImport(page)
  let answer: 'hang' | 'break' | 'pass' = 'break'
  await page.route('**/uploads?**', route => {
    if (answer === 'break') return route.abort('connectionreset')
    return answer === 'pass' ? route.continue() : undefined
  })
  await choose(page, leadsFile)
  await expect(page.getByRole('alert')).toContainText(
    'The connection was lost before the whole file had arrived.',
  )
  answer = 'hang'
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('Sending autumn-leads.csv').first()).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Drop a CSV or Excel file here')).toBeVisible()
  answer = 'pass'
  await choose(page, leadsFile)
  await expect(page.getByRole('heading', { name: 'What is in each column?' })).toBeVisible()
})

test('contacts §3: it runs in the background, is seen from every page, and can be cancelled without a trace', async ({
  app: page,
}) => {
  test.setTimeout(240_000)
  const many = { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(rowsOf(150_000)) }
  await openImport(page)
  await choose(page, many)
  await importButton(page, /^Import/).click()
  await expect(page.getByRole('heading', { name: 'Importing many.csv' })).toBeVisible()
  await goTo(page, 'Campaigns')
  const tray = page.getByRole('region', { name: 'Work in the background' })
  await expect(tray).toContainText('many.csv into all contacts')
  await expect(tray.getByRole('progressbar')).toBeVisible()
  await tray.getByRole('button', { name: 'Cancel many.csv into all contacts' }).click()
  await expect(page.getByText('many.csv into all contacts: cancelled, no trace left')).toBeVisible({
    timeout: 60_000,
  })
  await expect(tray).toHaveCount(0)
  await goTo(page, 'Contacts')
  await expect(page.getByText('No contacts yet')).toBeVisible()

  await openImport(page)
  await choose(page, { ...many, name: 'again.csv' })
  await importButton(page, /^Import/).click()
  await expect(page.getByRole('heading', { name: 'Importing again.csv' })).toBeVisible()
  await goTo(page, 'Campaigns')
  await expect(page.getByText(/^again\.csv: 150,000 contacts imported/)).toBeVisible({ timeout: 120_000 })
  await page.getByRole('button', { name: 'See the result' }).click()
  await expect(page.getByRole('heading', { name: '150,000 contacts imported' })).toBeVisible()
})

test('contacts §3: “by drag and drop” on the contacts page, with its list as the target', async ({
  app: page,
}) => {
  await openImport(page)
  await page.getByRole('combobox', { name: 'Into' }).click()
  await page.getByRole('option', { name: 'New list…' }).click()
  await page.getByLabel('Name of the list').fill('Spring leads')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Into' })).toHaveValue('Spring leads')
  const list = new URL(page.url()).searchParams.get('list')
  await page.goto(`${new URL(page.url()).origin}/contacts?list=${list}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Spring leads' })).toBeVisible()
  const files = await page.evaluateHandle(text => {
    const carried = new DataTransfer()
    carried.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
    return carried
  }, 'phone,name\n+493023125618,Anna')
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: files })
  await expect(page.getByText('Drop it to import it')).toBeVisible()
  await page.getByText('Drop it to import it').dispatchEvent('drop', { dataTransfer: files })
  await expect(page.getByText('dropped.csv into list Spring leads')).toBeVisible()
})

test('contacts §4: contacts leave as a file in the background, and once more from the history', async ({
  app: page,
}) => {
  await openImport(page)
  await choose(page, leadsFile)
  await fromGermany(page)
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('heading', { name: '3 contacts imported' })).toBeVisible()
  await goTo(page, 'Contacts')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'CSV, semicolon' }).click()
  await dialog.getByRole('button', { name: 'Export 3 rows' }).click()
  const link = page.getByRole('link', { name: 'Download', exact: true })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('Oberländer, Martin')
  expect(csv.split('\n')[0]).toContain(';')

  await page.goto(`${new URL(page.url()).origin}/contacts/history?kind=exports`)
  const table = page.getByRole('table', { name: 'Exports' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await table.getByRole('button', { name: /^Export again/ }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('link', { name: /^Download/ })).toHaveCount(2)
})

test('what was imported goes on into a new campaign', async ({ app: page }) => {
  await openImport(page)
  await choose(page, leadsFile)
  await fromGermany(page)
  await importButton(page, 'Import 3 contacts').click()
  await page.getByRole('button', { name: 'New campaign with these' }).click()
  await expect(page.getByRole('heading', { name: 'Who is called?' })).toBeVisible()
  await expect(page.getByText(/3\s+contacts in the campaign/)).toBeVisible()
})

test('contacts §3 and §4: a workbook that was exported comes in again, and nothing is new in it', async ({
  app: page,
}) => {
  await openImport(page)
  await choose(page, leadsFile)
  await fromGermany(page)
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('heading', { name: '3 contacts imported' })).toBeVisible()
  await goTo(page, 'Contacts')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'Excel (.xlsx)' }).click()
  await dialog.getByRole('button', { name: 'Export 3 rows' }).click()
  const link = page.getByRole('link', { name: 'Download', exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const buffer = await readFile(await download.path())

  await openImport(page)
  await choose(page, { name: 'workbook.xlsx', mimeType: 'application/octet-stream', buffer })
  await expect(page.getByText('workbook.xlsx into all contacts')).toBeVisible()
  await expect(page.getByText('3 known numbers')).toBeVisible()
})

test('contacts §3: “fields that an agent needs and the file lacks are pointed out at import”, and back to the campaign', async ({
  app: page,
}) => {
  await startDemo(page)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.goto(`${new URL(page.url()).origin}/contacts/import?campaign=${id}`)
  await choose(page, leadsFile)
  await fromGermany(page)
  await expect(page.getByRole('region', { name: /^For .+ v\d+$/ })).toContainText('{{')
  await expect(page.getByRole('radiogroup', { name: 'Priority' })).toBeVisible()
  await importButton(page, 'Import 3 contacts').click()
  await expect(page.getByRole('heading', { name: /^3 contacts in campaign / })).toBeVisible()
  await page.getByRole('link', { name: /^Go on with / }).click()
  await expect(page.getByRole('heading', { name: 'Who is called?' })).toBeVisible()
})
