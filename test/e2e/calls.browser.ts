import { readFile } from 'node:fs/promises'
import { expect, launch, startDemo, test } from './workspace.ts'

test('monitoring.md §4, agents.md §4: a call is listened to, found by what was said, played and read', async ({
  app: page,
}) => {
  await startDemo(page)
  await launch(page)

  await test.step('a live call is heard, on every page, until one stops', async () => {
    const strip = page.getByRole('region', { name: 'Listening' })
    const main = page.getByRole('navigation', { name: 'Main' })
    const level = strip.getByRole('meter', { name: 'Level of the agent' })
    const soon = { timeout: 10_000 }
    // A call may end at any moment of this: then another one is listened to. The youngest goes on longest.
    await expect(async () => {
      await main.getByRole('link', { name: /^Live calls/ }).click(soon)
      const row = page.getByRole('row').filter({ hasText: 'In call' }).last()
      await row.getByRole('button', { name: /^Listen to/ }).click(soon)
      await expect(strip.getByRole('status')).toHaveText(/^Listening to /, soon)
      await expect(level).not.toHaveAttribute('aria-valuenow', '0', soon)
      await main.getByRole('link', { name: 'Calls', exact: true }).click(soon)
      await strip.getByRole('button', { name: 'Stop listening' }).click(soon)
    }).toPass({ timeout: 80_000 })
    await expect(strip).toHaveCount(0)
  })

  await test.step('calls are found by what was said in them, and the address says so', async () => {
    await page.getByRole('button', { name: 'More filters' }).click()
    const filters = page.getByRole('dialog', { name: 'More filters' })
    await filters.getByRole('textbox', { name: 'Said' }).fill('this is')
    await filters.getByRole('textbox', { name: 'Said' }).press('Enter')
    await filters.getByRole('checkbox', { name: 'Recorded' }).check()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Said “this is”')).toBeVisible()
    await expect(page).toHaveURL(/said=.*recorded=true/)
    const found = page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link')
    await expect(found.first()).toBeVisible({ timeout: 60_000 })
    await found.first().click()
  })

  await test.step('its recording plays from the line that is pressed, one side alone if wanted', async () => {
    const position = page.getByRole('slider', { name: 'Position in the recording' })
    await page
      .getByRole('button', { name: /^Play from/ })
      .last()
      .click()
    await expect(position).not.toHaveAttribute('aria-valuenow', '0')
    await page.getByText('Agent', { exact: true }).last().click()
    await expect(page.getByRole('radio', { name: 'Agent' })).toBeChecked()
    const end = (await position.getAttribute('aria-valuemax')) ?? ''
    await expect(position, 'it plays to its end').toHaveAttribute('aria-valuenow', end, { timeout: 60_000 })
  })

  await test.step('the transcript is searched and taken along', async () => {
    await page.getByRole('button', { name: 'Search this transcript' }).click()
    await page.getByRole('textbox', { name: 'Search this transcript' }).fill('THIS IS')
    await expect(page.getByText(/^in \d+ lines?$/)).toBeVisible()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the transcript' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toMatch(/\d:\d\d {2}.*this is/i)
  })
})
