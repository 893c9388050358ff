import type { Page } from '@playwright/test'
import { csv } from './wizard.ts'
import { expect, startDemo, test } from './workspace.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const list = (page: Page) => page.getByRole('grid', { name: 'Do-not-call list' })
const row = (page: Page, text: string | RegExp) => list(page).getByRole('row').filter({ hasText: text })
const toList = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('link', { name: 'Do-not-call list', exact: true }).click()
}
const country = async (page: Page, name: string) => {
  await dialog(page).getByRole('combobox', { name: 'Country of numbers without a code' }).fill(name)
  await page.getByRole('option', { name }).click()
}

test('contacts §5: numbers are added in any notation; who they belong to is not called until they are taken off', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Contacts').click()
  const first = page.getByRole('grid').getByRole('row').nth(1)
  const name = await first.getByRole('link').innerText()
  const number = await first.getByText(/^\+49 /).innerText()

  await toList(page)
  await expect(page.getByRole('heading', { name: 'Nobody is on this list yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Add numbers' }).click()
  await dialog(page).getByRole('button', { name: 'Add to the list' }).click()
  await expect(dialog(page).getByText('Type or paste at least one number.')).toBeVisible()
  await dialog(page)
    .getByLabel('Numbers', { exact: true })
    .fill(`${number.replace('+49 ', '0').replaceAll(' ', '-')}\n0044 20 7946 0427\nnot a number`)
  await country(page, 'Germany')
  await dialog(page).getByLabel('Reason').fill('Asked by letter')
  await dialog(page).getByLabel('Until').fill('2099-01-31')
  await dialog(page).getByRole('button', { name: 'Add to the list' }).click()
  await expect(dialog(page).getByText('1 could not be read')).toBeVisible()
  await expect(dialog(page).getByLabel('Numbers', { exact: true })).toHaveValue('not a number')
  await page.keyboard.press('Escape')

  const entry = row(page, name)
  await expect(list(page)).toHaveAttribute('aria-rowcount', '3')
  await expect(entry).toContainText(number)
  await expect(entry).toContainText('All campaigns')
  await expect(entry).toContainText('Asked by letter')
  await expect(entry).toContainText('supervisor')
  await expect(entry).toContainText('Jan 31 2099')

  const whyNot = async () => {
    await page.getByRole('button', { name: /^Why not now\?/ }).click()
    return page.getByRole('dialog', { name: /^Why not/ })
  }
  await test.step('its contact is not called', async () => {
    await entry.getByRole('link', { name }).click()
    await expect(page.getByText(/is on the do-not-call list since .* until .*Jan 31 2099/)).toBeVisible()
    await expect((await whyNot()).getByText('On the do-not-call list')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Do-not-call list' }).click()
    await expect(list(page)).toHaveAttribute('aria-rowcount', '2')
  })

  await test.step('taken off with a reason, it may be called again', async () => {
    await entry.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Take off the list…' }).click()
    await dialog(page).getByRole('button', { name: 'Take 1 number off the list' }).click()
    await expect(dialog(page).getByText('Say why: it is kept in the audit log.')).toBeVisible()
    await dialog(page).getByLabel('Reason').fill('Typed by mistake')
    await dialog(page).getByRole('button', { name: 'Take 1 number off the list' }).click()
    await expect(page.getByRole('heading', { name: 'No entry fits this search' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText(/is on the do-not-call list since/)).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'History' })).toContainText(
      'May be called again: Typed by mistake',
    )
    await expect((await whyNot()).getByText('On the do-not-call list')).toHaveCount(0)
  })
})

test('contacts §5: a file fills the list, a search finds a number in any notation, prefixes and countries are blocked', async ({
  app: page,
}) => {
  await startDemo(page)
  await toList(page)
  await page.getByRole('button', { name: 'Add numbers' }).click()
  await dialog(page).getByText('From a file').click()
  await dialog(page).getByRole('button', { name: 'Add to the list' }).click()
  await expect(dialog(page).getByText('Choose a CSV or Excel file.')).toBeVisible()
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles(
      csv(
        'robinson.csv',
        'Name;Rufnummer;Grund\nA;030 23125001;STOP by text\nB;+1 212 555 0163;\nC;030 23125001;twice\nD;12;short\n',
      ),
    )
  await expect(dialog(page).getByText('robinson.csv, 4 rows')).toBeVisible()
  await expect(dialog(page).getByRole('combobox', { name: 'Column of the numbers' })).toHaveValue('Rufnummer')
  await dialog(page).getByRole('combobox', { name: 'Column of the reasons' }).click()
  await page.getByRole('option', { name: 'Grund' }).click()
  await country(page, 'Germany')
  await dialog(page).getByLabel('Reason', { exact: true }).fill('Robinson list')
  await dialog(page).getByRole('button', { name: 'Add to the list' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText(/^2 numbers put on the do-not-call list, .*1 could not be read$/)).toBeVisible()
  await expect(list(page)).toHaveAttribute('aria-rowcount', '3')
  await expect(row(page, '+49 30 23125001')).toContainText('STOP by text')
  await expect(row(page, '+1 212 555 0163')).toContainText('Robinson list')
  await expect(row(page, '+1 212 555 0163')).toContainText('import')

  await test.step('search', async () => {
    const search = page.getByRole('textbox', { name: 'Number or reason' })
    for (const typed of ['030/231 25 001', '+4930231', '0049 (30) 231-25', '25001', 'stop BY']) {
      await search.fill(typed)
      await expect(list(page), typed).toHaveAttribute('aria-rowcount', '2')
      await expect(row(page, '+49 30 23125001'), typed).toBeVisible()
    }
    await search.fill('no such thing')
    await expect(page.getByRole('heading', { name: 'No entry fits this search' })).toBeVisible()
  })

  await test.step('prefixes and countries', async () => {
    await page.getByText('Prefixes and countries').click()
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    await expect(page.getByText('Name what to block, and why.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Prefix' }).fill('+49 221')
    await page.getByRole('textbox', { name: 'Reason' }).fill('Branch calls itself')
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '+49221' })).toContainText(
      'Branch calls itself',
    )
    await page.getByText('Country', { exact: true }).click()
    await page.getByRole('combobox', { name: 'Country' }).fill('United Kingdom')
    await page.getByRole('option', { name: 'United Kingdom' }).click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('No licence yet')
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'United Kingdom' })).toContainText(
      'No licence yet',
    )
  })

  await test.step('who is there is not called, and says why', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click()
    const found = page.getByRole('textbox', { name: 'Name, number or #tag' })
    for (const begins of ['+44 20', '+49 221']) {
      await found.fill(begins)
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText(begins)
      await page.getByRole('grid').getByRole('link').first().click()
      await expect(page.getByText('Not called: the number is in a blocked country')).toBeVisible()
      await page.goBack()
    }
    await page.goto(new URL('/contacts/do-not-call?view=blocks', page.url()).href)
    await page.getByRole('button', { name: 'Allow United Kingdom again' }).click()
    await dialog(page).getByRole('button', { name: 'Allow again' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'United Kingdom' })).toHaveCount(0)
  })
})
