import { expect, launch, startDemo, test } from './workspace.ts'

test('a deleted campaign is gone only after its name was typed', async ({ app: page }) => {
  await startDemo(page)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: /^Draft: moves/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const act = page.getByRole('dialog').getByRole('button', { name: 'Delete campaign' })
  await expect(act).toBeDisabled()
  await page.getByLabel('Type the name to go on').fill(name)
  await act.click()
  await expect(page.getByRole('heading', { name: 'No campaign yet' })).toBeVisible()
})

test('pause everything reaches every running campaign', async ({ app: page }) => {
  await startDemo(page)
  await launch(page)
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause everything' }).click()
  await expect(page.getByText('1 campaign was paused')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Draining|Paused): moves/ })).toBeVisible()
})

test('when the engine is gone the page says how old its figures are', async ({ app: page, trunkline }) => {
  await startDemo(page)
  await trunkline.kill()
  await expect(page.getByText(/Connection to the engine lost, trying again\. Figures are from/)).toBeVisible()
  await expect(page.getByText('Engine not reached')).toBeVisible()
})
