import type { Page } from '@playwright/test'
import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

const rows = (page: Page) => page.getByRole('grid').getByRole('row')

async function open(page: Page, path: string) {
  await page.goto(new URL(path, page.url()).href)
  await expect(rows(page).nth(1)).toBeVisible()
}

test('contacts, one of them, and lists about them', async ({ desk: page, places: { past } }) => {
  await open(page, '/contacts?sort=conversations&down=true')
  await shoot(page, 'contacts')
  await page.getByRole('grid').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await shoot(page, 'contact-preview')
  await page.keyboard.press('Escape')
  await rows(page).nth(1).getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Person' })).toBeVisible()
  await shoot(page, 'contact')
  await page.getByRole('button', { name: 'Edit' }).click()
  await shoot(page, 'contact-edit')
  await page.keyboard.press('Escape')
  await shootAll(page, {
    'do-not-call': '/contacts/do-not-call',
    'contacts-no-match': '/contacts?search=nobody+at+all',
    'campaign-contacts-over': `${past}/contacts?sort=goal&down=true`,
  })
  await page.goto(new URL('/contacts/do-not-call', page.url()).href)
  await page.getByRole('button', { name: 'Add numbers' }).click()
  await shoot(page, 'do-not-call-add')
  await page.keyboard.press('Escape')
  await page.getByText('Prefixes and countries').click()
  await shoot(page, 'do-not-call-prefixes')
})

test('contacts that are chosen, and what is done with them', async ({ desk: page }) => {
  await open(page, '/contacts')
  await page.getByRole('grid').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await shoot(page, 'contacts-chosen')
  for (const [name, act] of [
    ['contacts-to-list', 'List'],
    ['contacts-to-campaign', 'Add to campaign'],
    ['contacts-blocked', 'Do not call'],
    ['contacts-deleted', 'Delete'],
  ] as const) {
    await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await shoot(page, name)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add tags' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tag 3 contacts' })
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill('Winter')
  await page.keyboard.press('Enter')
  await shoot(page, 'contacts-tagged')
  await dialog.getByRole('button', { name: 'Tag 3 contacts' }).click()
  await expect(dialog).toHaveCount(0)
  await shootAll(page, {
    history: '/contacts/history',
    'history-actions': '/contacts/history?kind=actions',
  })
})

test('contacts that are filtered, grouped and added', async ({ desk: page }) => {
  await open(page, '/contacts')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await shoot(page, 'contacts-filter')
  await open(page, '/contacts')
  await page.getByRole('button', { name: /^Which contacts/ }).click()
  await shoot(page, 'contacts-groups')
  await page.getByRole('button', { name: 'New list' }).click()
  await shoot(page, 'list-new')
  await open(page, '/contacts')
  await page.getByRole('button', { name: 'Columns' }).click()
  await shoot(page, 'contacts-columns')
  await open(page, '/contacts')
  await page.getByRole('button', { name: 'Add contacts' }).click()
  await page.getByRole('menuitem', { name: 'By hand…' }).click()
  await shoot(page, 'contact-by-hand')
})

test('why somebody is not called now', async ({ desk: page, places: { trouble } }) => {
  await open(page, `${trouble}/contacts`)
  await page.keyboard.press('j')
  await page.keyboard.press('w')
  await page.getByRole('dialog', { name: /^Why not/ }).waitFor()
  await shoot(page, 'why-not-now')
})
