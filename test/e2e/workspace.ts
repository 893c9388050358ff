import type { Page } from '@playwright/test'
import { test as base, expect } from './console-under-test.ts'

/** `app`: a page that was let in to an empty workspace, and that must not throw. */
export const test = base.extend<{ app: Page }>({
  app: async ({ page, trunkline }, use) => {
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    await page.goto(trunkline.link)
    await expect(page.getByRole('heading', { name: 'This workspace is empty' })).toBeVisible()
    await use(page)
    expect(faults, 'the page threw').toEqual([])
  },
})

export { expect }

/** Sets up the demo and stands on its campaign, a draft; the weeks before it take a while and are left out. */
export async function startDemo(page: Page, { history = false } = {}) {
  await page.getByRole('checkbox', { name: 'With six weeks of earlier calls' }).setChecked(history)
  await page.getByRole('button', { name: 'Start the demo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /demo/i })).toBeVisible({
    timeout: history ? 120_000 : 30_000,
  })
}

export async function launch(page: Page) {
  await page.getByRole('button', { name: 'Launch…' }).click()
  await page.getByRole('button', { name: /^Launch with/ }).click()
  await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible({ timeout: 60_000 })
}

/** By the program's own way, so that the view does not start anew. */
export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: false }).first().click()

/** A figure of the dashboard by its label: `figure(page, 'Contacted')`. */
export const figure = async (page: Page, label: string) => {
  const tile = page.getByRole('region', { name: 'Figures' }).locator('dt', { hasText: label }).locator('..')
  return Number((await tile.locator('dd').first().innerText()).replaceAll(/\D/g, ''))
}
