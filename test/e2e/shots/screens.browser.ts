import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { pages } from '../pages.ts'
import { launch, startDemo, test } from '../workspace.ts'

const folder = process.env.TRUNKLINE_SHOTS ?? resolve(import.meta.dirname, '../../../test-results/shots')
const sizes = { wide: { width: 1440, height: 900 }, small: { width: 1024, height: 700 } } as const
const callsForMs = 45_000

async function shoot(page: Page, name: string) {
  await page.waitForTimeout(1_200)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(folder, `${name}-${size}-${scheme}.png`) })
    }
  }
}

test('pictures of every screen, empty, busy and broken', async ({ app: page, trunkline }) => {
  test.setTimeout(600_000)
  await mkdir(folder, { recursive: true })
  const origin = new URL(page.url()).origin
  for (const name of [
    'home',
    'live',
    'notifications',
    'campaigns',
    'agents',
    'numbers',
    'trunks',
    'calls',
  ] as const) {
    await page.goto(origin + pages[name])
    await shoot(page, `empty-${name}`)
  }
  await page.goto(origin)
  await startDemo(page, { history: true })
  const campaign = new URL(page.url()).pathname
  await shoot(page, 'draft')
  await page.getByRole('button', { name: 'Launch…' }).click()
  await shoot(page, 'launch')
  await page.keyboard.press('Escape')
  await launch(page)
  await page.waitForTimeout(callsForMs)
  await page.goto(`${origin}${campaign}/calls`)
  await page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first().click()
  await page.getByRole('region', { name: 'Transcript' }).waitFor()
  const call = new URL(page.url()).pathname
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(origin + path.replace('/campaigns/1', campaign).replace('/calls/1', call))
    await shoot(page, name)
  }
  await page.goto(`${origin}/campaigns`)
  await page.getByRole('link', { name: 'Patient survey' }).click()
  await shoot(page, 'paused')
  await page.goto(`${origin}/campaigns/999`)
  await shoot(page, 'not-found')
  await page.goto(`${origin}/campaigns`)
  await page.keyboard.press('Control+k')
  await page.waitForTimeout(500)
  await page.keyboard.type('p')
  await shoot(page, 'palette')
  await page.keyboard.press('Escape')
  await trunkline.kill()
  await shoot(page, 'connection-lost')
})
