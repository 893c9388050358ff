import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('home and what lies beside it', async ({ busy: page, places: { campaign } }) => {
  await shootAll(page, {
    home: '/',
    wallboard: '/wallboard',
    live: '/live',
    notifications: '/notifications',
    dashboard: campaign,
    activity: '/activity',
  })
})

test('a call that is listened to', async ({ busy: page }) => {
  await page.getByRole('link', { name: /^Live calls/ }).click()
  const listen = page
    .getByRole('row')
    .filter({ hasText: 'In call' })
    .last()
    .getByRole('button', { name: /^Listen to/ })
  const strip = page.getByRole('region', { name: 'Listening' })
  await shoot(page, 'listening', undefined, () =>
    // A call may end at any moment of this.
    expect(async () => {
      if ((await strip.count()) === 0) await listen.click({ timeout: 2_000 })
      await expect(strip).toContainText('Listening to', { timeout: 2_000 })
      await page.mouse.move(0, 0)
    }).toPass({ timeout: 60_000 }),
  )
})

test('commands, keys, help, and everything stopped at once', async ({ busy: page }) => {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or run…').waitFor()
  await page.keyboard.type('pa')
  await shoot(page, 'palette')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await shoot(page, 'keys')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Help for this page' }).click()
  await shoot(page, 'help')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+p')
  await shoot(page, 'stop-all')
})
