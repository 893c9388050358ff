import { expect, startDemo, test } from './workspace.ts'

test('a launch says whom it leaves out, what to expect and what the law asks, before telephones ring', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('button', { name: 'Launch…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('no real number is dialled')).toBeVisible()
  const act = dialog.getByRole('button', { name: 'Launch with 500 contacts' })
  await expect(act).toBeEnabled()

  await test.step('the forecast comes by itself', async () => {
    const forecast = dialog.getByRole('region', { name: 'Forecast' })
    await expect(forecast.getByText(/^Simulated in/)).toBeVisible({ timeout: 60_000 })
    await expect(forecast.getByText('People reached')).toBeVisible()
  })

  await test.step('each point of the law is proven or asked', async () => {
    const proof = dialog.getByRole('region', { name: 'Compliance' })
    await expect(proof.getByRole('listitem')).toHaveCount(5)
    await expect(proof.getByRole('checkbox', { name: 'I keep the consent records' })).toBeVisible()
  })

  await test.step('who refused is called again only with a reason', async () => {
    await dialog.getByRole('switch', { name: 'Refused to be contacted' }).uncheck()
    await expect(act).toBeDisabled()
    await dialog.getByLabel('Why may they be called again?').fill('They asked for a call back in writing')
    await expect(act).toBeEnabled()
    await dialog.getByRole('switch', { name: 'Refused to be contacted' }).check()
  })

  await test.step('the button names the size of a test', async () => {
    await dialog.getByRole('switch', { name: 'Test first' }).check()
    await dialog.getByLabel('Contacts in the test').fill('3')
    await dialog.getByRole('button', { name: 'Launch test with 3 of 500' }).click()
    await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible({ timeout: 60_000 })
  })
})

test('a cancelled campaign comes back through the launch dialog, its history cleared only by name', async ({
  app: page,
}) => {
  await startDemo(page)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: /^Draft: moves/ }).click()
  await page.getByRole('menuitem', { name: 'Cancel campaign' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel campaign' }).click()
  await expect(page.getByRole('button', { name: /^Cancelled: moves/ })).toBeVisible()

  await page.getByRole('button', { name: 'Restart…' }).click()
  const dialog = page.getByRole('dialog')
  await test.step('with other settings, which its page does not let change', async () => {
    await dialog.getByRole('button', { name: 'Change settings…' }).click()
    await expect(dialog.getByRole('button', { name: 'Take over' })).toBeVisible()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Change settings…' }).click()
    const settings = dialog.getByRole('region', { name: 'Settings of the next run' })
    await settings.getByText('Calling', { exact: true }).first().click()
    const retries = settings.getByLabel('Further attempts')
    await retries.fill('12')
    await dialog.getByRole('button', { name: 'Take over' }).click()
    await expect(retries).toBeFocused()
    await retries.fill('4')
    await dialog.getByRole('button', { name: 'Take over' }).click()
    await expect(dialog.getByText('Changed with this run: Further attempts.')).toBeVisible()
  })
  const act = dialog.getByRole('button', { name: /^Restart with/ })
  await expect(act).toBeEnabled()
  await dialog.getByRole('switch', { name: 'Reset contact history' }).check()
  await expect(act).toBeDisabled()
  await dialog.getByLabel('Type the campaign’s name to go on').fill(name)
  await act.click()
  await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible({ timeout: 60_000 })
  await page
    .getByRole('navigation', { name: 'Parts of the campaign' })
    .getByRole('link', { name: 'Settings' })
    .click()
  await expect(page.getByLabel('Further attempts')).toHaveValue('4')
})
