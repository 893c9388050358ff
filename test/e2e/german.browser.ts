import type { Page } from '@playwright/test'
import { expect, goTo, startDemo, test } from './workspace.ts'

/** What has no room for its words: buttons, links of the menu, tabs and headings that would have to scroll. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, nav a, [role="tab"], th, [role="columnheader"], h1, h2, h3')]
      // Narrower ones are there to be read out, not to be seen.
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 24 && scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent),
  )

async function fits(page: Page) {
  for (const [width, height] of [
    [1024, 700],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(() => cutOff(page), `at ${width} px`).toEqual([])
  }
}

test('desktop.md 4: in German words, dates, numbers and money are German, and there is room for them', async ({
  app: page,
}) => {
  await startDemo(page)
  const campaign = page.url()
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Appearance' }).click()
  await page.getByText('Deutsch', { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await fits(page)

  const menu = page.getByRole('navigation', { name: 'Hauptmenü' })
  await menu.getByRole('link', { name: 'Startseite' }).click()
  const today = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long' })
  await expect(page.getByText(today.format(), { exact: true })).toBeVisible()
  await fits(page)

  await menu.getByRole('link', { name: 'Trunks' }).click()
  await page.getByRole('button', { name: /^Tarife und Guthaben von/ }).click()
  await page.getByLabel('Tarife', { exact: true }).fill('49 0,012')
  await page.getByLabel('Restguthaben').fill('1234,5')
  await page.getByRole('button', { name: 'Tarife speichern' }).click()
  await expect(page.getByText(/^Tarife und Guthaben von .* wurden gespeichert$/)).toBeVisible()

  await page.goto(campaign)
  const figures = page.getByRole('region', { name: 'Kennzahlen' })
  await expect(figures).toContainText('1.234,50 €')
  await expect(figures).toContainText('0,0 %')
  await fits(page)

  await menu.getByRole('link', { name: 'Kampagnen' }).click()
  await page.getByRole('link', { name: 'Neue Kampagne' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Neue Kampagne' })).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await fits(page)
})
