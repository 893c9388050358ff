import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('settings of the workspace', async ({ desk: page }) => {
  await shootAll(page, {
    'settings-workspace': '/settings/workspace',
    'settings-notifications': '/settings/notifications',
    'settings-retention': '/settings/retention',
    'settings-configuration': '/settings/configuration',
    'settings-appearance': '/settings/appearance',
    'settings-log': '/settings/log',
    'settings-about': '/settings/about',
  })
})

test('a backup that is restored', async ({ desk: page }) => {
  await page.goto(new URL('/settings/backups', page.url()).href)
  await page.getByRole('button', { name: 'Back up now' }).click()
  const restore = page.getByRole('button', { name: /^Restore the backup/ }).first()
  await expect(restore).toBeVisible()
  await shoot(page, 'settings-backups')
  await restore.click()
  await shoot(page, 'restore')
})
