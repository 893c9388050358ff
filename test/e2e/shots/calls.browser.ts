import { expect, test } from './desk.ts'
import { shoot } from './shoot.ts'

test('calls, one of them, down to its messages', async ({ desk: page, places: { campaign } }) => {
  await page.goto(new URL('/calls', page.url()).href)
  await shoot(page, 'calls')
  await page.getByRole('button', { name: 'Export calls' }).click()
  await shoot(page, 'export')
  await page.keyboard.press('Escape')
  await page.goto(new URL(`${campaign}/calls?result=answered`, page.url()).href)
  await page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible()
  await shoot(page, 'call')
  await page
    .getByRole('button', { name: /INVITE/ })
    .first()
    .click()
  await shoot(page, 'call-message')
})

test('a call that failed', async ({ desk: page, places: { trouble } }) => {
  await page.goto(new URL(`${trouble}/calls`, page.url()).href)
  await page.getByRole('row').filter({ hasText: 'Failed' }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shoot(page, 'call-failed')
})
