import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { pages } from './pages.ts'
import { expect, launch, startDemo, test } from './workspace.ts'

type Act = (page: Page) => Promise<void>
const press =
  (name: string | RegExp): Act =>
  page =>
    page.getByRole('button', { name }).first().click()
const key =
  (name: string): Act =>
  page =>
    page.keyboard.press(name)
const item =
  (menu: string | RegExp, name: string | RegExp): Act =>
  async page => {
    await press(menu)(page)
    await page.getByRole('menuitem', { name }).click()
  }
const onFirstRow =
  (...keys: readonly string[]): Act =>
  async page => {
    await expect(page.getByRole('grid').locator('[data-index="0"]')).toBeVisible()
    for (const one of keys) await page.keyboard.press(one)
  }

/** What opens over each page, one thing after the other. */
const openedThere: Readonly<Record<string, Readonly<Record<string, Act>>>> = {
  '/': {
    'all keys': key('?'),
    help: key('F1'),
    'pause everything': key('Control+Shift+P'),
    commands: key('Control+k'),
    themes: press('Theme'),
  },
  '/campaigns': { moves: press(/: moves of/) },
  '/campaigns/1/contacts': {
    columns: press('Columns'),
    filter: press('Filter'),
    export: press('Export'),
    'why not now': onFirstRow('w'),
    'ways to add': press('Add contacts'),
  },
  '/campaigns/1/settings': {
    duplicate: item('Duplicate, delete', 'Duplicate…'),
    delete: item('Duplicate, delete', /^Delete/),
  },
  '/contacts': {
    'new contact': key('n'),
    scope: press(/^Which contacts/),
    tag: async page => {
      await onFirstRow('x')(page)
      await press(/^Tag/)(page)
    },
  },
  '/contacts/1': { edit: press('Edit'), consent: press('Add consent') },
  '/contacts/do-not-call': { add: key('n') },
  '/agents': { 'new agent': key('n'), acts: press(/^Actions for/) },
  '/agents/1': { version: press('Version 1') },
  '/agents/1/flow': { file: press('File') },
  '/numbers': { add: key('n'), score: press(/^Spam score/), delete: press(/^Delete/) },
  '/business-hours': { new: key('n') },
  '/trunks': { rates: press(/^Rates and balance/) },
  '/calls': { period: press('Period'), more: press('More filters'), export: press('Export calls') },
  '/calls/1': { message: press(/INVITE/), correct: press(/^Correct/), never: press('Do not call') },
}
const floating = '[role=dialog], [role=menu]'

// More rows of the same kind prove nothing new and take most of the time.
const usual = { width: 1440, height: 480 }
/** What is left of the window of design.md §2 where text has grown to twice its size. */
const grown = { width: 720, height: 450 }

/** Words and controls that lie beyond the window's right edge, where no bar scrolls to them. */
const beyondReach = (page: Page) =>
  page.locator('main').evaluate(main =>
    [...main.querySelectorAll('*')]
      .filter(({ children }) => children.length === 0)
      .filter(one => {
        const { width, right } = one.getBoundingClientRect()
        if (width <= 1 || right <= innerWidth + 1) return false
        for (let box = one.parentElement; box; box = box.parentElement)
          if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(box).overflowX) && box !== document.body)
            return false
        return true
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )

/** A demo that calls, for the pages that show calls; then paused: calls would take most of the time from there on. */
async function eachPage(page: Page, visit: (name: string, path: string) => Promise<void>) {
  const { origin } = new URL(page.url())
  const go = async ([name, path]: [string, string]) => {
    await page.goto(origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await visit(name, path)
  }
  await launch(page)
  const { wallboard, live, dashboard, ...others } = pages
  for (const one of Object.entries({ wallboard, live, dashboard })) await go(one)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByRole('button', { name: /^(Draining|Paused): moves/ })).toBeVisible()
  for (const one of Object.entries(others)) await go(one)
}

test.describe.configure({ mode: 'parallel' })

test('design.md §11: axe finds no barrier on any page, light or dark', async ({ app: page }) => {
  test.setTimeout(420_000)
  await page.setViewportSize(usual)
  const barriers: Record<string, unknown> = {}
  const examine = async (name: string) => {
    const found = await barriersOn(page)
    if (found.length > 0) barriers[name] = found
  }
  await examine('first start')
  await startDemo(page)
  await eachPage(page, examine)
  expect(barriers).toEqual({})
})

test('design.md §11: axe finds no barrier in what opens over a page, light; text can grow to 200 %', async ({
  app: page,
}) => {
  test.setTimeout(420_000)
  await page.setViewportSize(usual)
  const barriers: Record<string, unknown> = {}
  const over = page.locator(floating).first()
  const examine = async (name: string) => {
    const found = await barriersOn(page, floating)
    if (found.length > 0) barriers[name] = found
  }
  await startDemo(page)
  await page.getByRole('button', { name: 'Launch…' }).click()
  await expect(page.getByRole('button', { name: /^Launch with/ })).toBeEnabled({ timeout: 60_000 })
  await examine('launch')
  await page.keyboard.press('Escape')
  await eachPage(page, async (name, path) => {
    await page.setViewportSize(grown)
    await expect(page.getByRole('heading', { level: 1 }), `${name} at 200 %`).toBeInViewport()
    const lost = await beyondReach(page)
    if (lost.length > 0) barriers[`${name}, 200 %`] = lost
    await page.setViewportSize(usual)
    for (const [what, act] of Object.entries(openedThere[path] ?? {})) {
      await act(page)
      await expect(over, `${what} on ${name}`).toBeVisible()
      await examine(`${name}, ${what}`)
      await page.keyboard.press('Escape')
      await expect(over, `${what} on ${name}, closed`).toBeHidden()
    }
  })
  expect(barriers).toEqual({})
})
