import type { Page } from '@playwright/test'
import { test } from './people.ts'
import { addPeople, goOn } from './wizard.ts'
import { expect, goTo } from './workspace.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const american = 15

test('contacts §2: a new campaign takes a list, a segment and a file together, and the same person once', async ({
  app: page,
}) => {
  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Spring')
  await goOn(page, 'Contacts')
  const inCampaign = (contacts: number) =>
    expect(page.getByText(new RegExp(`^${contacts} contacts in the campaign`))).toBeVisible()
  const take = async (from: RegExp) => {
    await page.getByRole('button', { name: /^From lists and segments/ }).click()
    await dialog(page).getByRole('combobox', { name: 'Contacts' }).click()
    await page.getByRole('option', { name: from }).click()
  }

  await test.step('nothing is taken before it was chosen', async () => {
    await page.getByRole('button', { name: /^From lists and segments/ }).click()
    await expect(dialog(page).getByRole('button', { name: 'Add contacts' })).toBeDisabled()
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  })
  await test.step('a list', async () => {
    await take(/^Spring leads, 6/)
    await expect(dialog(page).getByText(/^6 of 6 contacts/)).toBeVisible()
    await dialog(page).getByRole('button', { name: 'Add 6 contacts' }).click()
    await inCampaign(6)
  })
  await test.step('a segment, whose members are counted now', async () => {
    await take(/^In the United States/)
    const add = dialog(page).getByRole('button', { name: /^Add \d+ contacts$/ })
    const members = Number((await add.innerText()).replaceAll(/\D/g, ''))
    expect(members).toBeGreaterThanOrEqual(american)
    await add.click()
    await inCampaign(6 + members)
    await test.step('a file, from the import back to the draft', async () => {
      await addPeople(page)
      await inCampaign(6 + members + 2)
    })
    await test.step('the same list again brings nobody', async () => {
      await take(/^Spring leads, 6/)
      await expect(dialog(page).getByText('Already in the campaign')).toBeVisible()
      await dialog(page).getByRole('button', { name: 'Cancel' }).click()
      await expect(page.getByText(/\d can be called/)).toBeVisible()
    })
  })
})
