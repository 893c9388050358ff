import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { makeLargeWorkspace } from './ui/make-large-workspace.ts'
import { openBrowser } from './ui/open-browser.ts'
import { startSimulated } from './ui/start-simulated.ts'
import { watchFrames } from './ui/watch-frames.ts'
import { watchLags } from './ui/watch-lags.ts'
import { paintAfterShell } from './ui/watch-paint.ts'

/**
 * The dashboard of a campaign with three million calls in a real browser while many simulated calls run: when its figures
 * are painted, how far they lag behind the database, and whether page or program stall. `--calls 500 --seconds 30
 * --json`;
 * `--data` names a workspace that is kept from one run to the next. Headless without a GPU, so frames are drawn by the
 * CPU that also carries the engine; the browser steps back for it. `mainStallMs` is wall time, with all waits; of it
 * `mainQueuedMs` is the longest wait for a processor, `mainBusyMs` the most that was computed at once.
 */
const { values: flags } = parseArgs({
  options: {
    calls: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '30' },
    contacts: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const calls = Number(flags.calls)
const seconds = Number(flags.seconds)

const workspace = await makeLargeWorkspace({
  contacts: Number(flags.contacts),
  atOnce: calls,
  kept: flags.data,
})
const console_ = await startSimulated(workspace.folder)
const browser = await openBrowser({ behind: true })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(console_.url)
  // The page of the link goes on to home by itself.
  await page.getByRole('navigation').first().waitFor()
  const dashboard = new URL(`/campaigns/${workspace.campaign}`, console_.url).href
  await page.goto(dashboard)
  await until(async () => (await figure(page, 'Active calls')) >= calls * 0.9, 180_000)
  console_.watch()
  const firstPaintMs = Math.round(await paintAfterShell(page, dashboard, 5))
  await until(async () => (await figure(page, 'Active calls')) > 0, 10_000)
  // Before the frames: finding what it watches by its role would be the page's longest task.
  const lagsFor = await watchLags(page, join(workspace.folder, 'workspace.db'))
  const frames = await watchFrames(page)
  const lags = await lagsFor(seconds * 1000)
  const { longTaskMs, ...drawn } = await frames()
  const { stallMs, busyMs, queuedMs, active } = await console_.report()
  const report = {
    callsInDatabase: workspace.calls,
    activeCalls: active,
    firstPaintMs,
    updateLagMs: Math.round(Math.max(...lags)),
    updateLagP50Ms: quantile(lags, 0.5),
    rendererLongTaskMs: longTaskMs,
    mainStallMs: Math.round(stallMs),
    mainBusyMs: Math.round(busyMs),
    mainQueuedMs: Math.round(queuedMs),
    ...drawn,
  }
  if (flags.json) console.log(JSON.stringify(report))
  else console.table(report)
} finally {
  await browser.close()
  await console_.end()
  workspace.remove()
}

async function figure(page: Page, label: string): Promise<number> {
  const tile = page.getByRole('region', { name: 'Figures' }).locator('dt', { hasText: label }).locator('..')
  return Number.parseInt((await tile.locator('dd').first().innerText()).replaceAll(',', ''), 10)
}

async function until(so: () => Promise<boolean>, withinMs: number, everyMs = 250): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await so())) {
    if (Date.now() > end) throw new Error(`It did not come about within ${withinMs} ms.`)
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
