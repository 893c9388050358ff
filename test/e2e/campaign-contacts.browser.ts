import type { Page } from '@playwright/test'
import { others, test as withOthers } from './people.ts'
import { expect, goTo, startDemo, test } from './workspace.ts'

const called = 500
const grid = (page: Page) => page.getByRole('grid', { name: 'Contacts of the campaign' })
const row = (page: Page, index: number) => page.getByRole('grid').locator(`[data-index="${index}"]`)
const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selected contacts' })
const dialog = (page: Page) => page.getByRole('dialog')
const toContacts = (page: Page) =>
  page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Contacts').click()

/** By name, so that a row stays where it is when its place in the order of calling changes. */
async function byName(page: Page) {
  await toContacts(page)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called + 1))
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click()
  await expect(page).toHaveURL(/sort=name/)
  await grid(page).focus()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
}

test('campaigns §6: P, S, R and W act on the row of the keyboard', async ({ app: page }) => {
  await startDemo(page)
  await byName(page)
  const second = row(page, 1)
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await expect(second).toContainText('High')
  await page.keyboard.press('p')
  await expect(second).toContainText('Normal')
  await page.keyboard.press('s')
  await expect(second).toContainText('Skipped')
  await page.keyboard.press('w')
  const why = page.getByRole('dialog', { name: /^Why not .* now/ })
  await expect(why.getByText('It will not be called any more in this run.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await page.keyboard.press('r')
  await expect(second).toContainText('Pending')
  await expect(row(page, 0)).toContainText('Normal')
})

test('contacts §6: a row that was acted on keeps its place, so that the next key meets the same person', async ({
  app: page,
}) => {
  await startDemo(page)
  await toContacts(page)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called + 1))
  await grid(page).focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('j')
  const number = (await row(page, 5).innerText()).match(/\+[\d ]+/)?.[0] ?? 'no number'
  await page.keyboard.press('p')
  await expect(row(page, 5)).toContainText('High')
  await expect(row(page, 5)).toContainText(number)
  await page.keyboard.press('s')
  await expect(row(page, 5)).toContainText('Skipped')
  await page.getByRole('button', { name: 'Show it as it is now' }).click()
  await expect(row(page, 5)).not.toContainText(number)
})

test('contacts §6: rows stay selected over pages; all that match are acted on at once, and it is undone', async ({
  app: page,
}) => {
  await startDemo(page)
  await byName(page)
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await expect(row(page, called - 1)).toContainText('+')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('x')
  await page.keyboard.press('Home')
  await expect(row(page, 0)).toHaveAttribute('aria-selected', 'true')
  await expect(bar(page)).toContainText('3 selected')
  await bar(page).getByRole('button', { name: 'Call first' }).click()
  await expect(bar(page)).toHaveCount(0)
  await expect(row(page, 0)).toContainText('First')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(page, called - 1)).toContainText('First')
  await page.keyboard.press('Home')

  await page.keyboard.press('x')
  await bar(page)
    .getByRole('button', { name: `Select all ${called}` })
    .click()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText(`${called - 1} selected`)
  await bar(page).getByRole('button', { name: 'Priority' }).click()
  await page.getByRole('menuitem', { name: 'Low' }).click()
  await expect(row(page, 2)).toContainText('Low')
  await expect(row(page, 1)).toContainText('Normal')

  await page.keyboard.press('x')
  await bar(page).getByRole('button', { name: 'Remove' }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called))
  await page.keyboard.press('Control+z')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called + 1))
})

withOthers(
  'contacts §2: contacts come into a campaign, one, some or all that match; who cannot be called is told before',
  async ({ app: page }) => {
    await goTo(page, 'Contacts')
    const search = page.getByRole('textbox', { name: 'Name, number or #tag' })
    const select = async (typed: string, rows: number) => {
      await search.fill(typed)
      await expect(page).toHaveURL(url => decodeURIComponent(url.search).includes(typed))
      await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 1))
      await page.getByRole('checkbox', { name: 'Select all rows' }).click()
      await expect(bar(page)).toContainText(`${rows} selected`)
    }
    const addTo = async () => {
      await bar(page).getByRole('button', { name: 'Add to campaign' }).click()
      await dialog(page).getByRole('combobox', { name: 'Campaign' }).click()
      await page.getByRole('option', { name: /^Appointment reminders/ }).click()
    }
    const reasons = dialog(page).getByLabel('Why the others cannot')

    await withOthers.step('one', async () => {
      await select('+4915110000001', 1)
      await addTo()
      await expect(dialog(page).getByText(/^1 of 1 contact/)).toBeVisible()
      await dialog(page).getByRole('button', { name: 'Add 1 contact' }).click()
      await expect(dialog(page)).toHaveCount(0)
    })
    await withOthers.step('all that match, one of them on the do-not-call list', async () => {
      await select('+4915110000002', 1)
      await bar(page).getByRole('button', { name: 'Do not call' }).click()
      await dialog(page).getByRole('button', { name: 'Do not call 1 contact' }).click()
      await expect(dialog(page)).toHaveCount(0)
      await select('+49151', 45)
      await addTo()
      await expect(dialog(page).getByText(/^43 of 44 contacts/)).toBeVisible()
      await expect(reasons).toContainText('On the do-not-call list1')
      await dialog(page).getByRole('button', { name: 'Add 45 contacts' }).click()
      await expect(dialog(page)).toHaveCount(0)
    })
    await withOthers.step('everybody, from the campaign itself: the same person is taken once', async () => {
      await goTo(page, 'Campaigns')
      await page.getByRole('link', { name: /^Appointment reminders/ }).click()
      await toContacts(page)
      await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called + 45 + 1))
      await page.getByRole('button', { name: 'Add contacts' }).click()
      await page.getByRole('menuitem', { name: /^From lists and segments/ }).click()
      await dialog(page).getByRole('combobox', { name: 'Contacts' }).click()
      await page.getByRole('option', { name: 'All contacts' }).click()
      await expect(dialog(page).getByText(/^15 of 15 contacts/)).toBeVisible()
      await dialog(page)
        .getByRole('button', { name: /^Add .* contacts$/ })
        .click()
      await expect(dialog(page)).toHaveCount(0)
      await expect(grid(page)).toHaveAttribute('aria-rowcount', String(called + others + 1))
    })
    await withOthers.step('who is on the list is skipped, and says so', async () => {
      await page.getByRole('textbox', { name: 'Name, number or #tag' }).fill('+4915110000002')
      await expect(row(page, 0)).toContainText(/Skipped/)
    })
  },
)
