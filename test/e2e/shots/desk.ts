import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base, expect } from '../console-under-test.ts'
import { followAnswers } from './answers.ts'

/** Kept by `desk.setup.ts` for all scripts; beside the workspace lies where its campaigns stand. */
export const deskFolder = resolve(import.meta.dirname, '../../../test-results/desk')
export const workspace = join(deskFolder, 'workspace')
export const placesFile = join(deskFolder, 'places.json')

/** Paths of the campaigns. */
export interface Places {
  /** Half done and paused by hand; runs on the busy desk. */
  readonly campaign: string
  /** Paused itself. */
  readonly trouble: string
  /** Over for weeks. */
  readonly past: string
}

/** `desk`: a page on a copy of the desk, where nobody is called; `busy`: the same with calls; `places`: what stands where. */
export const test = base.extend<{ desk: Page; busy: Page; places: Places }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern
  places: async ({}, use) => use(JSON.parse(readFileSync(placesFile, 'utf8')) as Places),
  desk: async ({ page, trunkline }, use) => {
    followAnswers(page)
    await trunkline.kill()
    cpSync(workspace, trunkline.data, { recursive: true })
    await page.goto(await trunkline.restart())
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
    await use(page)
  },
  busy: async ({ desk: page, places: { campaign } }, use) => {
    await page.goto(new URL(campaign, page.url()).href)
    await page.getByRole('button', { name: 'Resume', exact: true }).click()
    await resumeFromList(page, 'Patient survey')
    await page.goto(new URL(campaign, page.url()).href)
    const calls = page.getByRole('region', { name: 'Active calls' }).getByRole('listitem')
    await expect(calls.filter({ hasText: 'In call' }).nth(2)).toBeVisible({ timeout: 60_000 })
    await use(page)
  },
})

/** One that waits for its hours, unless they are open now. */
async function resumeFromList(page: Page, name: string) {
  await page.goto(new URL('/campaigns', page.url()).href)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: /^Paused: moves/ }).click()
  await page.getByRole('menuitem', { name: 'Resume' }).click()
  await expect(row.getByRole('button', { name: /^Running: moves/ })).toBeVisible()
}

export { expect }
