import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('numbers, trunks, hours and law', async ({ desk: page }) => {
  await shootAll(page, {
    numbers: '/numbers',
    trunks: '/trunks',
    'trunk-form': '/trunks?add=true',
    compliance: '/compliance',
  })
})

test('a score and what it is made of', async ({ desk: page, places: { campaign } }) => {
  await page.goto(new URL(`${campaign}/numbers`, page.url()).href)
  await page
    .getByRole('button', { name: /^Spam score/ })
    .first()
    .click()
  await shoot(page, 'score')
})

test('a trunk that nobody answers at', async ({ desk: page }) => {
  await page.goto(new URL('/trunks?add=true', page.url()).href)
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Main line')
  await form.getByLabel('Host').fill('127.0.0.1')
  await form.getByLabel('Port').fill('9')
  await form.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(form.getByText('stopped here')).toBeVisible({ timeout: 60_000 })
  await form.getByText('stopped here').scrollIntoViewIfNeeded()
  await shoot(page, 'trunk-test')
})

test('new business hours', async ({ desk: page }) => {
  await page.goto(new URL('/business-hours', page.url()).href)
  await page.getByRole('button', { name: 'New hours' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Service desk')
  await shoot(page, 'business-hours-form')
  await dialog.getByRole('button', { name: 'Save hours' }).click()
  await expect(dialog).toHaveCount(0)
  await shoot(page, 'business-hours')
})

test('a number that is added, and scores from a file', async ({ desk: page }) => {
  await page.goto(new URL('/numbers', page.url()).href)
  await page.getByRole('button', { name: 'Add number' }).click()
  await shoot(page, 'number-new')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Scores from a file' }).click()
  await shoot(page, 'scores-from-file')
})
