import { AxeBuilder } from '@axe-core/playwright'
import { pages } from './pages.ts'
import { expect, launch, startDemo, test } from './workspace.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that the colours of a scheme can break. */
const ofColour = ['color-contrast', 'link-in-text-block']

test('no page has a barrier that axe finds, light or dark', async ({ app: page }) => {
  test.setTimeout(400_000)
  // More rows of the same kind prove nothing new and take most of the time.
  await page.setViewportSize({ width: 1440, height: 480 })
  const barriers: Record<string, unknown> = {}
  const examine = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const axe = new AxeBuilder({ page })
      const { violations } = await (colorScheme === 'light'
        ? axe.withTags(rules)
        : axe.withRules(ofColour)
      ).analyze()
      if (violations.length > 0)
        barriers[`${name}, ${colorScheme}`] = violations.map(({ id, nodes }) => ({
          id,
          at: nodes.slice(0, 3).map(node => node.html),
        }))
    }
  }
  await examine('first start')
  await startDemo(page)
  await launch(page)
  const origin = new URL(page.url()).origin
  const visit = async ([name, path]: [string, string]) => {
    await page.goto(origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForTimeout(500)
    await examine(name)
  }
  const { wallboard, live, dashboard, ...others } = pages
  for (const one of Object.entries({ wallboard, live, dashboard })) await visit(one)
  // Calls would take most of the time from here on.
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByRole('button', { name: /^(Draining|Paused): moves/ })).toBeVisible()
  for (const one of Object.entries(others)) await visit(one)
  await page.goto(`${origin}/campaigns`)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or run…').waitFor()
  await page.waitForTimeout(500)
  await examine('palette')
  expect(barriers).toEqual({})
})
