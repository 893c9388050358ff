import type { Page } from '@playwright/test'
import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

const rows = (page: Page) => page.getByRole('grid').getByRole('row')

async function openContacts(page: Page) {
  await page.goto(new URL('/contacts', page.url()).href)
  await expect(rows(page).nth(1)).toBeVisible()
}

test('contacts, one of them, and lists about them', async ({ desk: page }) => {
  await openContacts(page)
  await shoot(page, 'contacts')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await shoot(page, 'contact-preview')
  await page.keyboard.press('Escape')
  await rows(page).nth(1).getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Person' })).toBeVisible()
  await shoot(page, 'contact')
  await shootAll(page, {
    'do-not-call': '/contacts/do-not-call',
    history: '/contacts/history',
    'contacts-no-match': '/contacts?text=nobody+at+all',
  })
})

test('contacts that are chosen, sorted and added', async ({ desk: page }) => {
  await openContacts(page)
  await page.getByRole('grid').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await shoot(page, 'contacts-chosen')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await shoot(page, 'contacts-to-list')
  await openContacts(page)
  await page.getByRole('button', { name: 'Add contacts' }).click()
  await page.getByRole('menuitem', { name: 'By hand…' }).click()
  await shoot(page, 'contact-by-hand')
})

test('why somebody is not called now', async ({ desk: page, places: { trouble } }) => {
  await page.goto(new URL(`${trouble}/contacts`, page.url()).href)
  await expect(rows(page).nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('w')
  await page.getByRole('dialog', { name: /^Why not/ }).waitFor()
  await shoot(page, 'why-not-now')
})
