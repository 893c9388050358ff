import { csv, fillBasics, goOn } from '../wizard.ts'
import { expect, test } from './desk.ts'
import { shoot } from './shoot.ts'

const people = Array.from(
  { length: 400 },
  (_, i) => `+49 30 23125 ${100 + i};Kundin ${i + 1};${8 + (i % 9)}:30`,
)
const customers = csv('customers.csv', `Telefon;Kunde;appointment_time\n${people.join('\n')}\n`)

test('the seven steps to a campaign, and its launch', async ({ desk: page }) => {
  await page.goto(new URL('/campaigns/new', page.url()).href)
  await fillBasics(page, 'Reactivation')
  await shoot(page, 'wizard-1-basics')
  await goOn(page, 'Contacts')
  await page.locator('input[type=file]').setInputFiles(customers)
  await page.getByRole('button', { name: `Import ${people.length} contacts` }).click()
  await page.getByRole('link', { name: /^Go on with / }).click()
  await expect(page.getByText('contacts in the campaign')).toBeVisible()
  await shoot(page, 'wizard-2-contacts')
  for (const [n, step] of [
    [3, 'Schedule'],
    [4, 'Calling'],
    [5, 'Numbers'],
    [6, 'Goals'],
    [7, 'Review'],
  ] as const) {
    await goOn(page, step)
    if (step === 'Calling') await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('20')
    if (step === 'Numbers') {
      await shoot(page, 'wizard-5-no-numbers')
      for (const number of [/23125000$/, /66969000$/, /99998000$/])
        await page.getByRole('checkbox', { name: number }).check()
      await expect(page.getByText(/^Forecast from/)).toBeVisible()
    }
    await shoot(page, `wizard-${n}-${step.toLowerCase()}`)
  }
  await page.getByRole('button', { name: 'Launch…' }).click()
  await expect(page.getByRole('dialog').getByText(/^Simulated in/)).toBeVisible({ timeout: 60_000 })
  await shoot(page, 'launch')
})

test('what the wizard says about a field that cannot be right', async ({ desk: page }) => {
  await page.goto(new URL('/campaigns/new', page.url()).href)
  await fillBasics(page, 'Reactivation')
  await goOn(page, 'Contacts')
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Calling' }).click()
  await page.getByLabel('Further attempts').fill('12')
  await page.getByLabel('Further attempts').blur()
  await shoot(page, 'wizard-field-error')
})
