import type { Page } from '@playwright/test'
import { test as base, expect } from './console-under-test.ts'
import { fillContacts } from './fill-contacts.ts'

const people = 300

/** `contacts`: the page of all contacts, on a workspace that has some; it must not throw. */
const test = base.extend<{ contacts: Page }>({
  contacts: async ({ page, trunkline }, use) => {
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    await trunkline.kill()
    fillContacts(trunkline.data, people)
    await page.goto(await trunkline.restart())
    await page.getByRole('navigation').first().getByRole('link', { name: 'Contacts' }).click()
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(people + 1))
    await use(page)
    expect(faults, 'the page threw').toEqual([])
  },
})

const grid = (page: Page) => page.getByRole('grid', { name: 'Contacts' })
const found = (page: Page, rows: number) =>
  expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows + 1))
const dialog = (page: Page) => page.getByRole('dialog')

test('contacts §3: one is added by hand; a number that is known is refused at its field', async ({
  contacts: page,
}) => {
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'Add contacts' }).click()
    await page.getByRole('menuitem', { name: 'By hand…' }).click()
    await dialog(page).getByLabel('Name').fill(name)
    await dialog(page).getByLabel('Number', { exact: true }).fill('+49 30 231 25 123')
    await dialog(page).getByRole('button', { name: 'Add contact' }).click()
  }
  await add('Zoë Zander')
  await expect(page.getByText('Zoë Zander was added')).toBeVisible()
  await found(page, people + 1)
  await add('Somebody else')
  await expect(dialog(page).getByText('Zoë Zander')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('contacts §2: a list is made, filled, renamed and deleted; its contacts stay', async ({
  contacts: page,
}) => {
  await page.getByRole('button', { name: /^Which contacts/ }).click()
  await page.getByRole('button', { name: 'New list' }).click()
  await dialog(page).getByLabel('Name').fill('Spring leads')
  await dialog(page).getByRole('button', { name: 'Save list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Spring leads' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No contacts in this list yet' })).toBeVisible()

  await page.getByRole('link', { name: 'Contacts', exact: true }).last().click()
  await found(page, people)
  await grid(page).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await dialog(page).getByRole('combobox', { name: 'List' }).fill('Spring leads')
  await dialog(page).getByRole('button', { name: 'Add 3 contacts' }).click()
  await expect(dialog(page)).toHaveCount(0)

  await page.getByRole('button', { name: /^Which contacts/ }).click()
  await page.getByRole('button', { name: /Spring leads/ }).click()
  await found(page, 3)
  await page.getByRole('button', { name: 'Moves of Spring leads' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await dialog(page).getByLabel('Name').fill('Summer leads')
  await dialog(page).getByRole('button', { name: 'Save list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Summer leads' })).toBeVisible()
  await page.getByRole('button', { name: 'Moves of Summer leads' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await dialog(page).getByRole('button', { name: 'Delete list' }).click()
  await found(page, people)
})

test('contacts §2: filters stand in the address, and become a segment with a live count', async ({
  contacts: page,
}) => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.keyboard.type('country')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Germany' }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await found(page, 225)
  await page.reload()
  await found(page, 225)
  await expect(page.getByText('Country: Germany')).toBeVisible()

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'All filters…' }).click()
  await dialog(page).getByRole('button', { name: 'Add condition' }).click()
  await dialog(page).getByRole('combobox', { name: 'Field' }).last().click()
  await page.getByRole('option', { name: 'Last called' }).click()
  await dialog(page).getByRole('combobox', { name: 'Comparison' }).last().click()
  await page.getByRole('option', { name: 'never' }).click()
  await expect(dialog(page).getByText('Finds 75 contacts')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Save as segment' }).click()
  await dialog(page).getByLabel('Name').fill('Never called in Germany')
  await dialog(page).getByRole('button', { name: 'Save segment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Never called in Germany' })).toBeVisible()
  await found(page, 75)

  await page.getByRole('button', { name: 'Moves of Never called in Germany' }).click()
  await page.getByRole('menuitem', { name: 'Change filter…' }).click()
  await dialog(page).getByRole('button', { name: 'Remove this condition' }).first().click()
  await dialog(page).getByRole('button', { name: 'Save segment' }).click()
  await found(page, 150)
  await page.goBack()
  await found(page, 225)
})

test('contacts §6: many are tagged at once, and untagged by Undo', async ({ contacts: page }) => {
  await page.getByRole('checkbox', { name: 'Select all rows' }).click()
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add tags…' }).click()
  await dialog(page).getByRole('combobox', { name: 'Tags' }).fill('Autumn')
  await page.keyboard.press('Enter')
  await dialog(page)
    .getByRole('button', { name: `Tag ${people} contacts` })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Name, number or #tag' }).fill('#autumn')
  await found(page, people)
  await page.getByRole('button', { name: 'Undo' }).click()
  await found(page, 0)
  await expect(page.getByRole('heading', { name: 'No contact fits these filters' })).toBeVisible()
})

test('contacts §6: zone and a custom field are set for many; Ctrl Z takes back one action after the other', async ({
  contacts: page,
}) => {
  const first = grid(page).locator('[data-index="0"]')
  await grid(page).focus()
  for (const key of ['x', 'j', 'x']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Time zone…' }).click()
  await dialog(page).getByRole('combobox', { name: 'Time zone' }).fill('Detroit')
  await page.getByRole('option', { name: /America\/Detroit/ }).click()
  await dialog(page).getByRole('button', { name: 'Set for 2 contacts' }).click()
  await expect(first.getByRole('gridcell', { name: 'Detroit' })).toBeVisible()

  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Custom field…' }).click()
  await dialog(page).getByRole('combobox', { name: 'Field' }).fill('colour')
  await dialog(page).getByLabel('Value').fill('petrol')
  await dialog(page).getByRole('button', { name: 'Set for 1 contact' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await grid(page).focus()
  await page.keyboard.press(' ')
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await expect(preview.getByText('petrol')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(preview.getByText('petrol')).toHaveCount(0)
  // Beside the preview the column of zones gives way.
  await expect(preview.getByText('Detroit', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  // The zones that the number itself says are back.
  await expect(preview.getByText('New York, Detroit')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nothing to undo')).toBeVisible()
})

test('contacts §6: Space shows the active contact at the side while one moves; Enter opens it', async ({
  contacts: page,
}) => {
  const preview = page.getByRole('complementary', { name: 'Preview' })
  const nameAt = (index: number) =>
    grid(page).locator(`[data-index="${index}"]`).getByRole('link').first().innerText()
  await grid(page).focus()
  await page.keyboard.press(' ')
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(await nameAt(0))
  await expect(preview.getByText('In no campaign.')).toBeVisible()
  await page.keyboard.press('j')
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(await nameAt(1))
  await grid(page).locator('[data-index="4"]').getByRole('gridcell').nth(3).click()
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(await nameAt(4))
  await expect(page).toHaveURL(/\/contacts$/)
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contacts\/\d+$/)
})

test('contacts §2: whose consent is on file stands in the table, and is filtered by', async ({
  contacts: page,
}) => {
  await expect(page.getByRole('gridcell', { name: 'Express written' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.keyboard.type('consent')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Express written consent' }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await found(page, people / 10)
})

test('contacts §6: columns are pulled to another place by the mouse, and moved and resized by keys', async ({
  contacts: page,
}) => {
  const heads = async () => (await page.getByRole('columnheader').allInnerTexts()).map(head => head.trim())
  const head = (name: string) => page.getByRole('columnheader', { name })
  const before = await heads()
  await head('Consent').getByRole('button').hover()
  await page.mouse.down()
  const { x = 0, y = 0 } = (await head('Language').boundingBox()) ?? {}
  await page.mouse.move(x + 4, y + 10, { steps: 6 })
  await page.mouse.up()
  expect((await heads()).slice(1, 5)).toEqual(['Name ↑', 'Number', 'Consent', 'Language'])

  await head('Name').getByRole('button').focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Control+ArrowLeft']) await page.keyboard.press(key)
  expect((await heads()).slice(1, 4)).toEqual(['Name ↑', 'Consent', 'Number'])
  const width = async () => (await head('Consent').boundingBox())?.width ?? 0
  const was = await width()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await width()).toBe(was + 32)
  await page.reload()
  await found(page, people)
  expect((await heads()).slice(1, 4)).toEqual(['Name ↑', 'Consent', 'Number'])
  expect(await width()).toBe(was + 32)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Columns as proposed' }).click()
  expect(await heads()).toEqual(before)
})

test('contacts §6: columns are chosen, moved, pinned and resized, and stay so', async ({
  contacts: page,
}) => {
  const heads = async () => (await page.getByRole('columnheader').allInnerTexts()).map(head => head.trim())
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'city' }).check()
  await page.getByRole('checkbox', { name: 'Kind' }).uncheck()
  await page.getByRole('button', { name: 'city one place earlier' }).click()
  await page.getByRole('button', { name: 'Keep city at the left' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: 'Köln' }).first()).toBeVisible()
  expect((await heads()).slice(0, 4)).toEqual(['', 'Name ↑', 'city', 'Number'])
  const name = page.getByRole('columnheader', { name: 'Name' })
  const box = await name.boundingBox()
  const { x = 0, y = 0, width = 0 } = box ?? {}
  await page.mouse.move(x + width - 3, y + 10)
  await page.mouse.down()
  await page.mouse.move(x + width + 57, y + 10, { steps: 4 })
  await page.mouse.up()
  await page.reload()
  await found(page, people)
  expect((await heads()).slice(0, 4)).toEqual(['', 'Name ↑', 'city', 'Number'])
  expect((await name.boundingBox())?.width).toBeCloseTo(width + 60, -1)
})

test('contacts §6, keyboard all through: search, move, open, and back to the same rows', async ({
  contacts: page,
}) => {
  await page.keyboard.press('/')
  await page.keyboard.type('armel')
  await expect(page).toHaveURL(/search=armel/)
  await found(page, 24)
  await page.getByRole('textbox', { name: 'Name, number or #tag' }).blur()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contacts\/\d+$/)
  await page.goBack()
  await found(page, 24)
  const search = page.getByRole('textbox', { name: 'Name, number or #tag' })
  await expect(search).toHaveValue('armel')

  await search.fill('')
  await found(page, people)
  await grid(page).focus()
  await page.keyboard.press('End')
  const last = grid(page).locator(`[data-index="${people - 1}"]`)
  await expect(last.getByRole('link').first()).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contacts\/\d+$/)
  await page.goBack()
  await expect(last).toBeInViewport()
})
