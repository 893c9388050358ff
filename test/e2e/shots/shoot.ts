import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, type Page, type ViewportSize } from '@playwright/test'
import { followAnswers, unanswered } from './answers.ts'

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

const mostWaitMs = 12_000
/** Where calls come and go, a page never rests. */
const mostRestMs = 5_000
const lookMs = 200

/** Enough to see whether words have room. */
export const lightLooks = looks.filter(({ colorScheme }) => colorScheme === 'light')

/**
 * Until everything that was asked is answered and nothing is loaded, moved or added from one look to the next; a page that never
 * comes to rest is taken as it is.
 */
export async function settle(page: Page) {
  await expect
    .poll(() => unanswered(page), { timeout: mostWaitMs, intervals: [50] })
    .toBe(0)
    .catch(() => undefined)
  await page.evaluate(() => delete document.body.dataset.parts)
  await page
    .waitForFunction(
      () => {
        const { body, fonts } = document
        const isMoving = document
          .getAnimations()
          .some(
            ({ playState, effect }) =>
              playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
          )
        const isBusy = document.querySelector('[aria-busy=true]') !== null || fonts.status !== 'loaded'
        const before = body.dataset.parts
        body.dataset.parts = String(body.querySelectorAll('*').length)
        return document.querySelector('h1') !== null && !isMoving && !isBusy && body.dataset.parts === before
      },
      undefined,
      { timeout: mostRestMs, polling: lookMs },
    )
    .catch(() => undefined)
}

/**
 * A picture of what is to be seen in each of `as`, by default light and dark in both sizes, after `before` was done there; leaves
 * it wide.
 */
export async function shoot(page: Page, name: string, as = looks, before = async () => {}) {
  await mkdir(folder, { recursive: true })
  for (const { size, viewport, colorScheme } of as) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    await before()
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
  }
  await page.setViewportSize(wide)
}

/** Each page of `paths` by its name. */
export async function shootAll(page: Page, paths: Readonly<Record<string, string>>, as = looks) {
  followAnswers(page)
  const { origin } = new URL(page.url())
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(origin + path)
    await shoot(page, name, as)
  }
}
