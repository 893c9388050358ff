import { expect, figure, goTo, launch, startDemo, test } from './workspace.ts'

test('from the first start to a campaign that calls, pauses, resumes and is cancelled', async ({
  app: page,
}) => {
  await startDemo(page)
  await expect(page.getByText('This is a draft.')).toBeVisible()

  await page.getByRole('button', { name: 'Launch…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('no real number is dialled')).toBeVisible()
  await expect(dialog.getByText('500', { exact: true }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Launch with 500 contacts' }).click()
  await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible()

  await test.step('the dashboard follows the calls', async () => {
    await expect.poll(() => figure(page, 'Contacted'), { timeout: 30_000 }).toBeGreaterThan(0)
    await expect.poll(() => figure(page, 'Conversations'), { timeout: 60_000 }).toBeGreaterThan(0)
    await expect(
      page.getByRole('region', { name: 'Active calls' }).getByRole('listitem').first(),
    ).toBeVisible()
  })

  await test.step('pause lets the calls end, and resume goes on', async () => {
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await expect(page.getByRole('button', { name: /^(Draining|Paused): moves/ })).toBeVisible()
    await page.getByRole('button', { name: 'Resume', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible()
  })

  await test.step('an answered call can be read and heard', async () => {
    await page
      .getByRole('region', { name: 'Call results' })
      .getByRole('link', { name: /Answered/ })
      .click()
    await expect(page).toHaveURL(/calls\?result=/)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(
      page.getByRole('region', { name: 'Transcript' }).getByText('automated').first(),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Answered')).toBeVisible()
    await page
      .getByRole('button', { name: /INVITE/ })
      .first()
      .click()
    await expect(page.getByRole('dialog').getByText('INVITE sip:')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Play the recording' })).toBeEnabled({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Play the recording' }).click()
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  })

  await test.step('cancelling asks what becomes of the calls', async () => {
    await goTo(page, 'Campaigns')
    await page.getByRole('button', { name: /^Running: moves/ }).click()
    await page.getByRole('menuitem', { name: 'Cancel campaign' }).click()
    await page.getByText(/^Hang up .* now$/).click()
    await page.getByRole('button', { name: 'Cancel campaign' }).click()
    await expect(page.getByRole('button', { name: /^Cancelled: moves/ })).toBeVisible({ timeout: 30_000 })
  })
})

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
