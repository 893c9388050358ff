import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that the colours of a scheme can break. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page or in one part of it, light and dark: each rule with the first elements that break it. */
export async function barriersOn(page: Page, part?: string) {
  const found = []
  await page.bringToFront()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    const axe = new AxeBuilder({ page })
    if (part) axe.include(part)
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(rules)
      : axe.withRules(ofColour)
    ).analyze()
    for (const { id, nodes } of violations)
      found.push({ theme: colorScheme, rule: id, at: nodes.slice(0, 3).map(node => node.html) })
  }
  return found
}
