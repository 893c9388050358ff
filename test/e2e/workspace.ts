import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, type Page } from '@playwright/test'

const program = resolve(import.meta.dirname, '../../out/main/cli.js')
const startsWithinMs = 20_000
const endsWithinMs = 10_000

export interface Workspace {
  /** A link that lets one browser in. */
  readonly url: string
  /** Ends the engine the hard way, as a power cut would. */
  kill(): Promise<void>
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the console was started without its output')
  const lines = createInterface({ input: child.stdout })
  const timer = setTimeout(() => lines.close(), startsWithinMs)
  for await (const line of lines) {
    clearTimeout(timer)
    return line
  }
  throw new Error('the console ended, or took too long, before it told its link')
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs)
  await ended
  clearTimeout(timer)
}

/** Each test has its own empty workspace, served by the built console on a free port, and a page that is let in. */
export const test = base.extend<{ workspace: Workspace; app: Page }>({
  workspace: async ({ browserName: _ }, use) => {
    const data = await mkdtemp(join(tmpdir(), 'trunkline-e2e-'))
    const child = spawn(
      process.execPath,
      [program, 'console', '--data', data, '--port', '0', '--drain', '0', '--print-url'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    try {
      const { url } = JSON.parse(await firstLine(child)) as { url: string }
      await use({ url, kill: () => end(child, 'SIGKILL') })
    } finally {
      await end(child, 'SIGTERM')
      await rm(data, { recursive: true, force: true })
    }
  },
  app: async ({ page, workspace }, use) => {
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    await page.goto(workspace.url)
    await expect(page.getByRole('heading', { name: 'This workspace is empty' })).toBeVisible()
    await use(page)
    expect(faults, 'the page threw').toEqual([])
  },
})

export { expect }

/** Sets up the demo and stands on its campaign, a draft. */
export async function startDemo(page: Page) {
  await page.getByRole('button', { name: 'Start the demo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /demo/i })).toBeVisible({ timeout: 30_000 })
}

export async function launch(page: Page) {
  await page.getByRole('button', { name: 'Launch…' }).click()
  await page.getByRole('button', { name: /^Launch with/ }).click()
  await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible()
}

/** By the program's own way, so that the view does not start anew. */
export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: false }).first().click()

/** A figure of the dashboard by its label: `figure(page, 'Contacted')`. */
export const figure = async (page: Page, label: string) => {
  const tile = page.getByRole('region', { name: 'Figures' }).locator('dt', { hasText: label }).locator('..')
  return Number((await tile.locator('dd').first().innerText()).replaceAll(/\D/g, ''))
}
