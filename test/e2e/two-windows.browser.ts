import { barriersOn } from './barriers.ts'
import { expect, goTo, startDemo, test } from './workspace.ts'

test('of two windows that change the limits of the workspace, the second is told what the first saved, and decides', async ({
  app: page,
}) => {
  await startDemo(page)
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Workspace', exact: true }).click()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await page.getByLabel('Calls at once').fill('30')
  await page.getByLabel('Call starts a second').fill('4')
  await other.getByLabel('Calls at once').fill('70')
  const save = (window: typeof page) =>
    window
      .getByRole('region', { name: 'Limits of the whole workspace' })
      .getByRole('button', { name: 'Save' })
      .click()
  await save(other)
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()

  await save(page)
  const dialog = page.getByRole('dialog', { name: 'Changed in another window' })
  await expect(dialog.getByRole('row', { name: 'Calls at once 70 30' })).toBeVisible()
  expect(await barriersOn(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Calls at once')).toHaveValue('30')
  await save(page)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog).toHaveCount(0)
  await other.reload()
  await expect(other.getByLabel('Calls at once')).toHaveValue('30')
  await expect(other.getByLabel('Call starts a second')).toHaveValue('4')

  await other.getByLabel('Calls at once').fill('50')
  await save(other)
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByLabel('Call starts a second').fill('6')
  await save(page)
  await expect(dialog.getByRole('row', { name: 'Calls at once 50 not changed here' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByLabel('Calls at once')).toHaveValue('50')
  await expect(page.getByLabel('Call starts a second')).toHaveValue('4')
})
