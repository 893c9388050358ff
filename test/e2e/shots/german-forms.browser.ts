import type { Page } from '@playwright/test'
import { csv, fillBasics, goOn } from '../wizard.ts'
import { expect, test } from './desk.ts'
import { lightLooks, shoot } from './shoot.ts'

const inGerman = (page: Page) => page.evaluate(() => localStorage.setItem('trunkline-language', 'de'))

/** Each page of `paths` by its name, in German: longer words must fit. */
async function shootGerman(page: Page, paths: Readonly<Record<string, string>>) {
  const { origin } = new URL(page.url())
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(origin + path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await shoot(page, `german-${name}`, lightLooks)
  }
}

test('in German: contacts, numbers, calls, agents', async ({ desk: page, places: { campaign, past } }) => {
  await inGerman(page)
  await shootGerman(page, {
    contacts: '/contacts',
    contact: '/contacts/1',
    'do-not-call': '/contacts/do-not-call',
    'campaign-contacts': `${past}/contacts`,
    rotation: `${campaign}/numbers`,
    numbers: '/numbers',
    trunks: '/trunks',
    'trunk-form': '/trunks?add=true',
    calls: '/calls',
    agents: '/agents',
    flow: '/agents/1/flow',
    compliance: '/compliance',
  })
})

test('in German: settings', async ({ desk: page }) => {
  await inGerman(page)
  await shootGerman(page, {
    workspace: '/settings/workspace',
    notifications: '/settings/notifications',
    backups: '/settings/backups',
    retention: '/settings/retention',
    configuration: '/settings/configuration',
    appearance: '/settings/appearance',
    log: '/settings/log',
    about: '/settings/about',
  })
})

const people = Array.from({ length: 40 }, (_, i) => `030 23125 ${100 + i};Kundin ${i + 1};${8 + (i % 9)}:30`)
const customers = csv(
  'kunden.csv',
  `Telefon;Kunde;appointment_time\n${people.join('\n')}\n12 34;Kunde 41;9:30\n`,
)

test('in German: import and wizard', async ({ desk: page }) => {
  await page.goto(new URL('/campaigns/new', page.url()).href)
  await fillBasics(page, 'Reaktivierung')
  await goOn(page, 'Contacts')
  const { pathname, searchParams } = new URL(page.url())
  const draft = `${pathname}?campaign=${searchParams.get('campaign')}`
  await page.locator('input[type=file]').setInputFiles(customers)
  await expect(page.getByText(/^\d+ not readable/)).toBeVisible()
  await inGerman(page)
  await page.reload()
  await shoot(page, 'german-import-mapping', lightLooks)
  await page.getByRole('button', { name: '40 Kontakte importieren' }).click()
  await expect(page.getByRole('table', { name: 'Abgelehnte Zeilen' })).toBeVisible()
  await shoot(page, 'german-import-result', lightLooks)
  await shootGerman(page, {
    'wizard-1': `${draft}&step=basics`,
    'wizard-2': `${draft}&step=contacts`,
    'wizard-3': `${draft}&step=schedule`,
    'wizard-4': `${draft}&step=calling`,
    'wizard-5': `${draft}&step=numbers`,
    'wizard-6': `${draft}&step=goals`,
    'wizard-7': `${draft}&step=review`,
  })
  await page
    .getByRole('button', { name: 'Starten …' })
    .or(page.getByRole('button', { name: /^Start/ }))
    .last()
    .click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'german-launch', lightLooks)
})
