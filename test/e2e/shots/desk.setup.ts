import { cpSync, rmSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { csv, goOn } from '../wizard.ts'
import { expect, figure, goTo, launch, startDemo, test } from '../workspace.ts'
import { deskFolder, type Places, placesFile, workspace } from './desk.ts'
import { shoot } from './shoot.ts'

const enough = 60

/** By their last two digits the practice carrier has no line left for two of three; the third is busy. */
const unreachable = Array.from(
  { length: 30 },
  (_, i) => `+49 30 23125 ${i + 1}${i % 3 === 2 ? '01' : '05'};Patient ${i + 1}`,
)
const patients = csv('patients.csv', `Telefon;Kunde\n${unreachable.join('\n')}\n`)

const parts = (page: Page) => page.getByRole('navigation', { name: 'Parts of the campaign' })

/** A draft with the settings of the demo's campaign, without its contacts. */
async function copyOf(page: Page, name: string) {
  await parts(page).getByText('Settings').click()
  await page.getByRole('button', { name: 'Duplicate, delete' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  await page.getByRole('checkbox', { name: /^With its/ }).uncheck()
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /\(copy\)$/ })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await goOn(page, 'Contacts')
}

/** A campaign whose people no line is free for: it pauses itself. */
async function runIntoTrouble(page: Page, name: string) {
  await copyOf(page, name)
  await page.locator('input[type=file]').setInputFiles(patients)
  await page.getByRole('button', { name: `Import ${unreachable.length} contacts` }).click()
  await page.getByRole('link', { name: `Go on with ${name}` }).click()
  for (const step of ['Schedule', 'Calling', 'Numbers', 'Goals', 'Review']) await goOn(page, step)
  await launch(page)
  await expect(page.getByRole('button', { name: /^Paused: moves/ })).toBeVisible({ timeout: 60_000 })
}

const open = async (page: Page, name: string) => {
  await goTo(page, 'Campaigns')
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

test('the desk that the pictures show', async ({ app: page, trunkline }) => {
  await shoot(page, 'first-start')
  await startDemo(page, { history: true })
  await shoot(page, 'draft')
  await copyOf(page, 'Spring catalogue')
  await open(page, 'Appointment reminders (demo)')
  await runIntoTrouble(page, 'Winter check-up')
  const places: Places = {
    trouble: await open(page, 'Winter check-up'),
    past: await open(page, 'Check-up reminders'),
    campaign: await open(page, 'Appointment reminders (demo)'),
  }
  await launch(page)
  await expect.poll(() => figure(page, 'Conversations'), { timeout: 180_000 }).toBeGreaterThan(enough)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Paused: moves/ })).toBeVisible({ timeout: 120_000 })
  // So many that the pictures of the busy desk leave the machine room to draw.
  await parts(page).getByText('Settings').click()
  await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('12')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
  await trunkline.kill()
  rmSync(deskFolder, { recursive: true, force: true })
  cpSync(trunkline.data, workspace, { recursive: true })
  writeFileSync(placesFile, JSON.stringify(places))
})
