import type { Locator, Page } from '@playwright/test'
import { expect, test } from './desk.ts'
import { type Hand, withKeys, withMouse } from './hand.ts'
import { csv } from './wizard.ts'
import { figure } from './workspace.ts'

/** Everybody takes part: their last two digits tell the practice carrier so. */
const people = ['+493023125', '+494066969', '+496990009', '+498999998'].flatMap(range =>
  [1, 2, 3, 4, 5, 6, 7, 8].map(n => `${range}${n}10;Person ${range.slice(3, 5)} ${n};${n + 8}:30`),
)
const list = csv('patients.csv', `Telefon;Kunde;Termin\n${people.join('\n')}\n`)
const name = 'Spring check-ups'

const parts = (page: Page) => page.getByRole('navigation', { name: 'Parts of the campaign' })
const moves = (page: Page, states: string) =>
  page.getByRole('button', { name: new RegExp(`^(${states}): moves of ${name}$`) })
const calling = (page: Page) => page.getByRole('group', { name: 'Calling', exact: true })

async function openCampaign(page: Page, hand: Hand) {
  await hand.goTo('Campaigns')
  await hand.press(page.getByRole('link', { name, exact: true }))
}

async function goOn(page: Page, hand: Hand, step: string) {
  const button = page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step })
  await hand.press(button)
  await expect(button).toHaveAttribute('aria-current', 'step')
}

async function duplicate(page: Page, hand: Hand, as: { readonly contacts: boolean }) {
  await hand.press(page.getByRole('button', { name: 'Duplicate, delete' }))
  await hand.press(page.getByRole('menuitem', { name: 'Duplicate…' }))
  const dialog = page.getByRole('dialog')
  await hand.turn(dialog.getByRole('checkbox', { name: /^With its/ }), as.contacts)
  await hand.press(dialog.getByRole('button', { name: 'Duplicate' }))
}

/** The system's own dialog for files, and the file chosen in it. */
async function chooseFile(page: Page, hand: Hand, button: Locator, file: ReturnType<typeof csv>) {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), hand.press(button)])
  await dialog.setFiles(file)
}

test.describe.configure({ mode: 'parallel' })

for (const [means, handOf] of Object.entries({ 'by mouse': withMouse, 'by keys alone': withKeys }))
  test(`desktop.md §2 and §3, monitoring.md §2 and §4: a day at the desk, from the first start to a cancelled campaign, ${means}`, async ({
    desk,
  }) => {
    let page = desk.page
    let hand = handOf(page)
    test.setTimeout(400_000)

    await test.step('the demo comes with weeks of calls behind it', async () => {
      await expect(page.getByRole('checkbox', { name: 'With six weeks of earlier calls' })).toBeChecked()
      await hand.press(page.getByRole('button', { name: 'Start the demo' }))
      await expect(page.getByText(/^Playing six weeks/)).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: 'Appointment reminders (demo)' })).toBeVisible(
        {
          timeout: 120_000,
        },
      )
      await hand.goTo('Campaigns')
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
      await hand.press(page.getByRole('link', { name: 'Appointment reminders (demo)' }))
      await hand.press(parts(page).getByRole('link', { name: 'Settings' }))
      await duplicate(page, hand, { contacts: false })
      await expect(page.getByRole('heading', { level: 1, name: /\(copy\)$/ })).toBeVisible()
      await hand.write(page.getByLabel('Name', { exact: true }), name)
      await goOn(page, hand, 'Contacts')
      await chooseFile(page, hand, page.getByRole('button', { name: 'Choose a file' }), list)
      await hand.press(page.getByRole('button', { name: `Import ${people.length} contacts` }))
      await hand.press(page.getByRole('link', { name: `Go on with ${name}` }))
      await expect(page.getByText(`${people.length} contacts in the campaign`)).toBeVisible()
      await goOn(page, hand, 'Schedule')
      await expect(page.getByText('its trunk stays inside this machine')).toBeVisible()
      await goOn(page, hand, 'Calling')
      await hand.write(page.getByRole('textbox', { name: 'Calls at once, at most' }), '3')
      for (const step of ['Numbers', 'Goals', 'Review']) await goOn(page, hand, step)
      await expect(page.getByText('6 of 6 needed')).toBeVisible()
    })

    await test.step('the forecast stands in the launch dialog', async () => {
      await hand.press(page.getByRole('button', { name: 'Launch…' }))
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText('no real number is dialled')).toBeVisible()
      const forecast = dialog.getByRole('region', { name: 'Forecast' })
      await expect(forecast.getByText(/^Simulated in/)).toBeVisible({ timeout: 60_000 })
      await hand.press(dialog.getByRole('button', { name: `Launch with ${people.length} contacts` }))
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
      await hand.goTo('Live calls')
      // A call may end at any moment of this: then another one is listened to.
      await expect(async () => {
        const row = page.getByRole('row').filter({ hasText: 'In call' }).last()
        await hand.press(row.getByRole('button', { name: /^Listen to/ }))
        await expect(strip.getByRole('status')).toHaveText(/^Listening to /, soon)
        await hand.press(strip.getByRole('button', { name: 'Stop listening' }))
      }).toPass({ timeout: 80_000 })
      await openCampaign(page, hand)
    })

    await test.step('paused, changed, resumed', async () => {
      await hand.press(page.getByRole('button', { name: 'Pause', exact: true }))
      await expect(moves(page, 'Draining|Paused')).toBeVisible()
      await hand.press(parts(page).getByRole('link', { name: 'Settings' }))
      await hand.write(page.getByRole('textbox', { name: 'Calls at once, at most' }), '4')
      await hand.press(calling(page).getByRole('button', { name: 'Save changes' }))
      await expect(calling(page).getByRole('button', { name: 'Save changes' })).toHaveCount(0)
      await hand.press(page.getByRole('button', { name: 'Resume', exact: true }))
      await expect(moves(page, 'Running')).toBeVisible()
    })

    await test.step('an answered call is read, heard and followed down to its messages', async () => {
      await hand.press(parts(page).getByRole('link', { name: 'Calls' }))
      await hand.press(page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first())
      await expect(
        page.getByRole('region', { name: 'Transcript' }).getByText('automated').first(),
      ).toBeVisible()
      await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Answered')).toBeVisible()
      await hand.press(page.getByRole('button', { name: /INVITE/ }).first())
      await expect(page.getByRole('dialog').getByText('INVITE sip:')).toBeVisible()
      await page.keyboard.press('Escape')
      const player = page.getByRole('button', { name: 'Play the recording' })
      await expect(player).toBeEnabled({ timeout: 60_000 })
      await hand.press(player)
      await expect(page.getByRole('button', { name: /^Pause( the recording)?$/ })).toBeVisible()
    })

    await test.step('its figures are explained', async () => {
      await openCampaign(page, hand)
      await hand.press(parts(page).getByRole('link', { name: 'Analytics' }))
      await expect(page.getByRole('region', { name: 'From contact to goal' })).toContainText('Conversation')
    })

    await test.step('its calls leave as a file', async () => {
      await hand.press(parts(page).getByRole('link', { name: 'Calls' }))
      await hand.press(page.getByRole('button', { name: 'Export calls' }))
      await hand.press(page.getByRole('dialog').getByRole('button', { name: /^Export/ }))
      const link = page.getByRole('link', { name: 'Download', exact: true })
      expect(await desk.saved(() => hand.press(link))).toMatch(/\.csv$/)
    })

    await test.step('after a restart it goes on by itself', async () => {
      page = await desk.restart()
      hand = handOf(page)
      await openCampaign(page, hand)
      await expect(moves(page, 'Running')).toBeVisible()
      await hand.press(parts(page).getByRole('link', { name: 'Dashboard' }))
      await expect(
        page.getByRole('region', { name: 'Active calls' }).getByRole('listitem').first(),
      ).toBeVisible()
    })

    await test.step('its copy is a draft with the same contacts, and it is cancelled', async () => {
      await hand.press(parts(page).getByRole('link', { name: 'Settings' }))
      await duplicate(page, hand, { contacts: true })
      await expect(page.getByRole('heading', { level: 1, name: `${name} (copy)` })).toBeVisible()
      await hand.goTo('Campaigns')
      await hand.press(moves(page, 'Running'))
      await hand.press(page.getByRole('menuitem', { name: 'Cancel campaign' }))
      await hand.choose(page.getByRole('dialog'), /^Hang up .* now$/)
      await hand.press(page.getByRole('button', { name: 'Cancel campaign' }))
      await expect(moves(page, 'Cancelled')).toBeVisible({ timeout: 30_000 })
    })
  })
