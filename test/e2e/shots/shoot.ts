import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page, ViewportSize } from '@playwright/test'

const results = resolve(import.meta.dirname, '../../../test-results')
const folder = process.env.TRUNKLINE_SHOTS ?? join(results, 'shots')

const wide = { width: 1440, height: 900 }
const small = { width: 1024, height: 700 }
interface Look {
  /** Part of the picture's name. */
  readonly size: string
  readonly viewport: ViewportSize
  readonly colorScheme: 'light' | 'dark'
}
/** So ordered that each step changes one thing only. */
const looks: readonly Look[] = [
  { size: 'wide', viewport: wide, colorScheme: 'light' },
  { size: 'wide', viewport: wide, colorScheme: 'dark' },
  { size: 'small', viewport: small, colorScheme: 'dark' },
  { size: 'small', viewport: small, colorScheme: 'light' },
]

const mostWaitMs = 6_000
const settleMs = 250

/** Until nothing is being loaded or moved any more; a page that never comes to rest is taken as it is. */
const settle = async (page: Page) => {
  await page
    .waitForFunction(() => document.querySelector('[aria-busy=true]') === null, undefined, {
      timeout: mostWaitMs,
    })
    .catch(() => undefined)
  await page.waitForTimeout(settleMs)
}

/** A picture of what is to be seen in each of `as`, by default light and dark in both sizes; leaves it wide. */
export async function shoot(page: Page, name: string, as = looks) {
  await mkdir(folder, { recursive: true })
  await settle(page)
  for (const { size, viewport, colorScheme } of as) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    await page.waitForTimeout(settleMs)
    await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
  }
  await page.setViewportSize(wide)
  await page.waitForTimeout(settleMs)
}

/** Each page of `paths` by its name. */
export async function shootAll(page: Page, paths: Readonly<Record<string, string>>) {
  const { origin } = new URL(page.url())
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(origin + path)
    await shoot(page, name)
  }
}
