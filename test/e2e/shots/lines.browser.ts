import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('numbers, trunks, hours and law', async ({ desk: page }) => {
  await shootAll(page, {
    numbers: '/numbers',
    trunks: '/trunks',
    'trunk-form': '/trunks?add=true',
    'business-hours': '/business-hours',
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
  await shoot(page, 'trunk-test')
})

test('new business hours', async ({ desk: page }) => {
  await page.goto(new URL('/business-hours', page.url()).href)
  await page.getByRole('button', { name: 'New hours' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'business-hours-form')
})
