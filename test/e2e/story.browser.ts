import type { Page } from '@playwright/test'
import { csv, goOn } from './wizard.ts'
import { expect, figure, goTo, test } from './workspace.ts'

/** Everybody takes part: their last two digits tell the practice carrier so. */
const people = ['+493023125', '+494066969', '+496990009'].flatMap(range =>
  [1, 2, 3, 4, 5, 6, 7, 8].map(n => `${range}${n}10;Person ${range.slice(3, 5)} ${n};${n + 8}:30`),
)
const list = csv('patients.csv', `Telefon;Kunde;Termin\n${people.join('\n')}\n`)
const name = 'Spring check-ups'

const parts = (page: Page) => page.getByRole('navigation', { name: 'Parts of the campaign' })
const moves = (page: Page, states: string) =>
  page.getByRole('button', { name: new RegExp(`^(${states}): moves of ${name}$`) })
const calling = (page: Page) => page.getByRole('group', { name: 'Calling', exact: true })

async function openCampaign(page: Page) {
  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name, exact: true }).click()
}

async function duplicate(page: Page, as: { readonly contacts: boolean }) {
  await page.getByRole('button', { name: 'Duplicate, delete' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^With its/ }).setChecked(as.contacts)
  await dialog.getByRole('button', { name: 'Duplicate' }).click()
}

test('desktop.md §2 and §3, monitoring.md §2 and §4: a day at the desk, from the first start to a cancelled campaign', async ({
  app: page,
  trunkline,
}) => {
  test.setTimeout(240_000)

  await test.step('the demo comes with weeks of calls behind it', async () => {
    await expect(page.getByRole('checkbox', { name: 'With six weeks of earlier calls' })).toBeChecked()
    await page.getByRole('button', { name: 'Start the demo' }).click()
    await expect(page.getByText(/^Playing six weeks/)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Appointment reminders (demo)' })).toBeVisible({
      timeout: 120_000,
    })
    await goTo(page, 'Campaigns')
    const table = page.getByRole('table')
    for (const [campaign, state] of [
      ['Check-up reminders', 'Completed'],
      ['Closed on Friday', 'Cancelled'],
      ['Patient survey', 'Paused'],
      ['Appointment reminders (demo)', 'Draft'],
    ] as const)
      await expect(table.getByRole('row').filter({ hasText: campaign })).toContainText(state)
  })

  await test.step('a draft of its own takes its contacts from a file', async () => {
    await page.getByRole('link', { name: 'Appointment reminders (demo)' }).click()
    await parts(page).getByRole('link', { name: 'Settings' }).click()
    await duplicate(page, { contacts: false })
    await expect(page.getByRole('heading', { level: 1, name: /\(copy\)$/ })).toBeVisible()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await goOn(page, 'Contacts')
    await page.locator('input[type=file]').setInputFiles(list)
    await page.getByRole('button', { name: `Import ${people.length} contacts` }).click()
    await page.getByRole('link', { name: `Go on with ${name}` }).click()
    await expect(page.getByText(`${people.length} contacts in the campaign`)).toBeVisible()
    await goOn(page, 'Schedule')
    await expect(page.getByText('its trunk stays inside this machine')).toBeVisible()
    await goOn(page, 'Calling')
    await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('3')
    for (const step of ['Numbers', 'Goals', 'Review']) await goOn(page, step)
    await expect(page.getByText('6 of 6 needed')).toBeVisible()
  })

  await test.step('the forecast stands in the launch dialog', async () => {
    await page.getByRole('button', { name: 'Launch…' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('no real number is dialled')).toBeVisible()
    const forecast = dialog.getByRole('region', { name: 'Forecast' })
    await expect(forecast.getByText(/^Simulated in/)).toBeVisible({ timeout: 60_000 })
    await dialog.getByRole('button', { name: `Launch with ${people.length} contacts` }).click()
    await expect(moves(page, 'Running')).toBeVisible()
  })

  await test.step('the dashboard follows the calls', async () => {
    await expect(
      page.getByRole('region', { name: 'Active calls' }).getByRole('listitem').first(),
    ).toBeVisible()
    await expect.poll(() => figure(page, 'Conversations'), { timeout: 90_000 }).toBeGreaterThan(0)
  })

  await test.step('a live call is listened to', async () => {
    const strip = page.getByRole('region', { name: 'Listening' })
    const soon = { timeout: 10_000 }
    await goTo(page, 'Live calls')
    // A call may end at any moment of this: then another one is listened to.
    await expect(async () => {
      const row = page.getByRole('row').filter({ hasText: 'In call' }).last()
      await row.getByRole('button', { name: /^Listen to/ }).click(soon)
      await expect(strip.getByRole('status')).toHaveText(/^Listening to /, soon)
      await strip.getByRole('button', { name: 'Stop listening' }).click(soon)
    }).toPass({ timeout: 80_000 })
    await openCampaign(page)
  })

  await test.step('paused, changed, resumed', async () => {
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await expect(moves(page, 'Draining|Paused')).toBeVisible()
    await parts(page).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('4')
    await calling(page).getByRole('button', { name: 'Save changes' }).click()
    await expect(calling(page).getByRole('button', { name: 'Save changes' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Resume', exact: true }).click()
    await expect(moves(page, 'Running')).toBeVisible()
  })

  await test.step('an answered call is read, heard and followed down to its messages', async () => {
    await parts(page).getByRole('link', { name: 'Calls' }).click()
    await page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first().click()
    await expect(
      page.getByRole('region', { name: 'Transcript' }).getByText('automated').first(),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Answered')).toBeVisible()
    await page
      .getByRole('button', { name: /INVITE/ })
      .first()
      .click()
    await expect(page.getByRole('dialog').getByText('INVITE sip:')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Play the recording' }).click({ timeout: 60_000 })
    await expect(page.getByRole('button', { name: /^Pause( the recording)?$/ })).toBeVisible()
  })

  await test.step('its figures are explained', async () => {
    await openCampaign(page)
    await parts(page).getByRole('link', { name: 'Analytics' }).click()
    await expect(page.getByRole('region', { name: 'From contact to goal' })).toContainText('Conversation')
  })

  await test.step('its calls leave as a file', async () => {
    await parts(page).getByRole('link', { name: 'Calls' }).click()
    await page.getByRole('button', { name: 'Export calls' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Export/ })
      .click()
    const link = page.getByRole('link', { name: 'Download', exact: true })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
  })

  await test.step('after a restart it goes on by itself', async () => {
    const before = await page.evaluate(() => location.pathname)
    const link = await trunkline.restart()
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
    await page.goto(new URL(before, link).href)
    await expect(moves(page, 'Running')).toBeVisible()
    await parts(page).getByRole('link', { name: 'Dashboard' }).click()
    await expect(
      page.getByRole('region', { name: 'Active calls' }).getByRole('listitem').first(),
    ).toBeVisible()
  })

  await test.step('its copy is a draft with the same contacts, and it is cancelled', async () => {
    await parts(page).getByRole('link', { name: 'Settings' }).click()
    await duplicate(page, { contacts: true })
    await expect(page.getByRole('heading', { level: 1, name: `${name} (copy)` })).toBeVisible()
    await goTo(page, 'Campaigns')
    await moves(page, 'Running').click()
    await page.getByRole('menuitem', { name: 'Cancel campaign' }).click()
    await page.getByText(/^Hang up .* now$/).click()
    await page.getByRole('button', { name: 'Cancel campaign' }).click()
    await expect(moves(page, 'Cancelled')).toBeVisible({ timeout: 30_000 })
  })
})
