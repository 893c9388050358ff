import { expect, startDemo, test } from './workspace.ts'

test('caller IDs take turns as the panel says, and rest and return by hand', async ({ app: page }) => {
  await startDemo(page)
  await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Numbers').click()
  const rows = page.getByRole('table', { name: 'Numbers' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  const berlin = rows.filter({ hasText: 'Berlin' })

  await test.step('the strategy is kept', async () => {
    await page.getByRole('combobox', { name: 'Strategy' }).click()
    await page.getByRole('option', { name: 'Lowest spam score' }).click()
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'Strategy' })).toHaveValue('Lowest spam score')
  })

  await test.step('it says who is shown next, and why', async () => {
    await page.getByLabel('A contact’s number').fill('+49 30 23125 670')
    const next = page.getByRole('region', { name: /Who is shown next/ }).getByRole('listitem')
    await expect(next).toHaveCount(4)
    await expect(next.first()).toContainText('left today')
  })

  await test.step('the order is changed with keys, not only by drag', async () => {
    const down = berlin.getByRole('button', { name: /^Move .* down$/ })
    await expect(rows.nth(1)).toContainText('Berlin')
    await down.focus()
    await page.keyboard.press('Enter')
    await expect(rows.nth(2)).toContainText('Berlin')
  })

  await test.step('a score set by hand counts and can be taken back', async () => {
    await berlin.getByRole('button', { name: /^Spam score/ }).click()
    await page.getByRole('button', { name: 'Set by hand' }).click()
    await page.getByRole('textbox', { name: 'Set by hand' }).fill('6')
    await page.getByRole('button', { name: 'Set the score' }).click()
    await expect(berlin.getByRole('button', { name: /^Spam score 6/ })).toContainText('watch')
    await berlin.getByRole('button', { name: /^Spam score 6/ }).click()
    await page.getByRole('button', { name: 'Use the estimate' }).click()
    await expect(berlin.getByRole('button', { name: /^Spam score 0/ })).toBeVisible()
  })

  await test.step('a number that rests comes back on probation', async () => {
    await berlin.getByRole('button', { name: /^Spam score/ }).click()
    await page.getByRole('button', { name: 'Rest it now' }).click()
    await expect(berlin).toContainText('Excluded')
    await berlin.getByRole('button', { name: /^Spam score/ }).click()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await expect(berlin).toContainText('probation, 0 of 20 calls')
  })

  await test.step('one that is switched off is not shown', async () => {
    await berlin.getByRole('switch').press('Space')
    await expect(berlin).toContainText('Disabled')
  })
})
