import { expect, goTo, startDemo, test } from './workspace.ts'

test('the desk: a change stands in the activity, a backup brings the workspace back, help is at hand', async ({
  app: page,
}) => {
  await startDemo(page)
  const main = page.getByRole('main')

  await test.step('a setting is changed, and the activity says from what to what', async () => {
    await goTo(page, 'Settings')
    await expect(page).toHaveURL(/settings\/workspace/)
    await page.getByLabel('Calls at once').fill('40')
    await main.getByRole('button', { name: 'Save' }).last().click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await goTo(page, 'Activity')
    const row = main.getByRole('row').filter({ hasText: 'Changed the workspace’s limits' })
    await expect(row).toContainText('Calls at once: 500 → 40')
    await page.getByLabel('Name, value or person').fill('nobody has this')
    await expect(page.getByRole('heading', { name: 'No entry fits' })).toBeVisible()
    await expect(page).toHaveURL(/search=/)
    await page.getByRole('button', { name: 'Clear the filters' }).first().click()
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('40')
    await page.keyboard.press('Escape')
  })

  await test.step('the workspace is backed up, changed, and brought back', async () => {
    await goTo(page, 'Settings')
    await page.getByRole('link', { name: 'Backups' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    const backups = page.getByRole('table', { name: 'Backups' })
    await expect(backups.getByRole('row').filter({ hasText: 'By hand' })).toContainText('500 contacts')
    await page.getByRole('link', { name: 'Workspace', exact: true }).click()
    await page.getByLabel('Calls at once').fill('7')
    await main.getByRole('button', { name: 'Save' }).last().click()
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
    await page.getByRole('link', { name: 'Backups' }).click()
    await page.getByRole('button', { name: /^Restore the backup of/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Calls, results and do-not-call entries since then stay')
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByText('A backup was restored')).toBeVisible({ timeout: 30_000 })
    await goTo(page, 'Settings')
    await expect(page.getByLabel('Calls at once')).toHaveValue('40')
    await page.getByRole('link', { name: 'Backups' }).click()
    await expect(backups.getByRole('row').filter({ hasText: 'Before a restore' })).toBeVisible()
  })

  await test.step('F1 opens the article of this page, and every other one is found by search', async () => {
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: 'Help' })
    await expect(help.getByRole('heading', { name: 'Backups and restore' })).toBeVisible()
    await help.getByLabel('Search the help').fill('spam score')
    await help.getByRole('button', { name: /^Numbers and spam score/ }).click()
    await expect(help.getByRole('heading', { name: 'Numbers and spam score' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('what is built in is named with its licence, and rows stand closer when asked', async () => {
    await page.getByRole('link', { name: 'About' }).click()
    await main.getByText('better-sqlite3').first().click()
    await expect(main.getByText(/Joshua Wise/)).toBeVisible()
    await page.getByRole('link', { name: 'Appearance' }).click()
    await page.getByRole('radiogroup', { name: 'Density' }).getByText('Compact').click()
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  })
})
