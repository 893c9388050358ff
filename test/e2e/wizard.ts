import type { Page } from '@playwright/test'
import { expect, goTo, startDemo } from './workspace.ts'

export const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const people = 'Telefon;Kunde\n+49 30 23125 001;Anna Beispiel\n+49 30 23125 002;Ben Muster\n'

/** Sets up the demo for agents, numbers and a trunk, and opens a new campaign. */
export async function openWizard(page: Page) {
  await startDemo(page)
  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
}

export async function choose(page: Page, field: string, option: RegExp) {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

/** By the button at the foot, which names where it leads. */
export async function goOn(page: Page, step: string) {
  await page.getByRole('button', { name: step, exact: true }).last().click()
  await expect(page.getByRole('navigation', { name: 'Steps' }).getByText(step)).toHaveAttribute(
    'aria-current',
    'step',
  )
}

export async function fillBasics(page: Page, name: string) {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await choose(page, 'Agent', /Clara/)
  await choose(page, 'Trunk', /Practice/)
}

/** Through the import and back to the draft. */
export async function addPeople(page: Page, two = people) {
  await page.locator('input[type=file]').setInputFiles(csv('people.csv', two))
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await expect(page.getByRole('heading', { name: /^2 contacts in / })).toBeVisible()
  await page.getByRole('link', { name: /^Go on with / }).click()
  await expect(page.getByText('contacts in the campaign')).toBeVisible()
}
