import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that the colours of a scheme can break. */
const ofColour = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page, light and dark, or in one part of it, light: each rule with the first elements that break
 * it. A part has the colours of the page, whose contrast in both themes has a test of its own over the tokens.
 */
export async function barriersOn(page: Page, part?: string) {
  const found = []
  await page.bringToFront()
  for (const colorScheme of part ? (['light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    // No frames are in it: axe need not gather its findings in a page of its own each time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    if (part) axe.include(part)
    const { violations } = await (colorScheme === 'light'
      ? axe.options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
      : axe.options({ resultTypes: ['violations'], runOnly: { type: 'rule', values: ofColour } })
    ).analyze()
    for (const { id, nodes } of violations)
      found.push({ theme: colorScheme, rule: id, at: nodes.slice(0, 3).map(node => node.html) })
  }
  return found
}
