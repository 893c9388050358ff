import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { expect, launch, startDemo, test } from './workspace.ts'

async function openSettings(page: Page) {
  await startDemo(page)
  await page
    .getByRole('navigation', { name: 'Parts of the campaign' })
    .getByRole('link', { name: 'Settings' })
    .click()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
}

const calling = (page: Page) => page.getByRole('group', { name: 'Calling', exact: true })

test('a group of settings is saved or discarded by itself', async ({ app: page }) => {
  await openSettings(page)
  const retries = page.getByLabel('Further attempts')
  await retries.fill('12')
  await retries.blur()
  await expect(page.getByText('From 0 to 10.')).toBeVisible()
  await calling(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(retries).toBeFocused()
  await retries.fill('3')
  await page.getByLabel('Notes').fill('For the autumn')
  await calling(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(calling(page).getByRole('button', { name: 'Save changes' })).toHaveCount(0)

  const general = page.getByRole('group', { name: 'General' })
  await expect(general.getByText('1 change', { exact: true })).toBeVisible()
  await general.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByLabel('Notes')).toHaveValue('')
  await page.reload()
  await expect(page.getByLabel('Further attempts')).toHaveValue('3')
})

test('of a running campaign only what changes safely can be changed, and the reason is told', async ({
  app: page,
}) => {
  await openSettings(page)
  await launch(page)
  await expect(page.getByText(/^The campaign is running\. Pause it/)).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeDisabled()
  await expect(page.getByLabel('Further attempts')).toBeDisabled()
  await expect(page.getByLabel('Monday, window 1', { exact: true })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('3')
  await calling(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const first = page.getByRole('checkbox', { name: /^Show \+/ }).first()
  await first.uncheck()
  const numbers = page.getByRole('group', { name: 'Numbers', exact: true })
  await numbers.getByRole('button', { name: 'Save changes' }).click()
  await expect(numbers.getByText('switched off here')).toBeVisible()
  await expect(numbers.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
})

test('of two windows that change the same, the second is told and decides', async ({ app: page }) => {
  await openSettings(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await page.getByLabel('Further attempts').fill('4')
  await other.getByLabel('Further attempts').fill('7')
  await other.getByLabel('Attempts a day').fill('2')
  await page.getByLabel('Attempts a day').fill('5')
  await calling(other).getByRole('button', { name: 'Save changes' }).click()
  await expect(calling(other).getByRole('button', { name: 'Save changes' })).toHaveCount(0)

  await calling(page).getByRole('button', { name: 'Save changes' }).click()
  const conflict = page.getByRole('alert', { name: /^Somebody else saved/ })
  await expect(conflict.getByRole('row', { name: 'Further attempts 7 4' })).toBeVisible()
  expect(await barriersOn(page, '[role=alert]')).toEqual([])
  await conflict.getByRole('button', { name: 'Take theirs' }).click()
  await expect(conflict).toHaveCount(0)
  await expect(page.getByLabel('Further attempts')).toHaveValue('7')
  await expect(page.getByLabel('Attempts a day')).toHaveValue('2')

  await other.getByLabel('Further attempts').fill('9')
  await page.getByLabel('Further attempts').fill('1')
  await calling(other).getByRole('button', { name: 'Save changes' }).click()
  await expect(calling(other).getByRole('button', { name: 'Save changes' })).toHaveCount(0)
  await calling(page).getByRole('button', { name: 'Save changes' }).click()
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await expect(conflict).toHaveCount(0)
  await expect(calling(page).getByRole('button', { name: 'Save changes' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Further attempts')).toHaveValue('1')
})
