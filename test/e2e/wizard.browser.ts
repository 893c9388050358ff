import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { addPeople, fillBasics, goOn, openWizard } from './wizard.ts'
import { expect, test } from './workspace.ts'

const saved = (page: Page) => expect(page.getByText(/^Draft, saved \d\d:\d\d$/)).toBeVisible()

/** As the arrow keys and the mouse move it. */
const edge = (page: Page, name: string) => page.getByRole('slider', { name, exact: true })

test('from a name to a launch, page by page, and no page has a barrier', async ({ app: page }) => {
  test.setTimeout(240_000)
  const barriers: Record<string, unknown> = {}
  const examine = async (name: string) => {
    const found = await barriersOn(page)
    if (found.length > 0) barriers[name] = found
  }
  await openWizard(page)
  await fillBasics(page, 'Reactivation')
  await saved(page)
  await examine('basics')
  await goOn(page, 'Contacts')
  await addPeople(page)
  await examine('contacts')
  await goOn(page, 'Schedule')
  await expect(page.getByRole('complementary').getByText('Berlin')).toBeVisible()
  await examine('schedule')
  for (const day of ['Saturday', 'Sunday']) await page.getByRole('switch', { name: day }).check()
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
    await page.getByLabel(`${day}, window 1`, { exact: true }).fill('0-24')
    await page.keyboard.press('Enter')
  }
  await goOn(page, 'Calling')
  await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('2')
  await examine('calling')
  await goOn(page, 'Numbers')
  await page.getByRole('checkbox').first().check()
  await examine('numbers')
  await goOn(page, 'Goals')
  await expect(
    page.getByRole('region', { name: 'Goals' }).getByText('Primary', { exact: true }),
  ).toBeVisible()
  await examine('goals')
  await goOn(page, 'Review')
  await expect(page.getByText('6 of 6 needed')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Calling' })).toContainText('2 at once')
  await examine('review')
  expect(barriers).toEqual({})

  await page.getByRole('button', { name: 'Launch…' }).click()
  await page.getByRole('button', { name: 'Launch with 2 contacts' }).click()
  await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Reactivation' })).toBeVisible()
})

test('a draft is kept from its name on, and goes on where it was left', async ({ app: page }) => {
  await openWizard(page)
  await page.getByLabel('Name', { exact: true }).fill('Left in the middle')
  await page.keyboard.press('Tab')
  await saved(page)
  await goOn(page, 'Contacts')
  await goOn(page, 'Schedule')
  await goOn(page, 'Calling')
  await page.getByLabel('Further attempts').fill('5')
  await page.getByRole('combobox', { name: 'Between two call starts' }).click()
  await page.getByRole('option', { name: 'Other…' }).click()
  await page.getByLabel('Pause in milliseconds').fill('750')
  await page.getByLabel('Calls per hour').fill('600')

  await test.step('leaving saves what the last field holds', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Campaigns' }).click()
    await expect(page.getByRole('table').getByText('Left in the middle')).toBeVisible()
  })
  await test.step('back restores the page with its values', async () => {
    await page.goBack()
    await expect(page.getByLabel('Further attempts')).toHaveValue('5')
    await expect(page.getByLabel('Calls per hour')).toHaveValue('600')
    await expect(page.getByLabel('Pause in milliseconds')).toHaveValue('750')
    await page.reload()
    await expect(page.getByLabel('Calls per hour')).toHaveValue('600')
  })
})

test('an edge of a window moves by keys and by the mouse, 15 min a step', async ({ app: page }) => {
  await openWizard(page)
  await page.getByLabel('Name', { exact: true }).fill('Hours')
  await goOn(page, 'Contacts')
  await goOn(page, 'Schedule')
  const box = (day: string) => page.getByLabel(`${day}, window 1`, { exact: true })
  const end = edge(page, 'Monday, window 1, end')
  await end.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await expect(box('Monday')).toHaveValue('09:00–17:30')
  await expect(end).toHaveAttribute('aria-valuetext', '17:30')

  const from = await end.boundingBox()
  const to = await edge(page, 'Tuesday, window 1, end').boundingBox()
  if (!from || !to) throw new Error('the tracks are not drawn')
  await page.mouse.move(from.x + from.width / 2, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, from.y + 14, { steps: 4 })
  await page.mouse.up()
  await expect(box('Monday')).toHaveValue('09:00–18:00')

  await page.getByRole('button', { name: 'Add a window on Monday' }).click()
  await expect(page.getByLabel('Monday, window 2', { exact: true })).toHaveValue('19:00–21:00')
  await page.getByRole('button', { name: 'Copy Monday to weekdays' }).click()
  await expect(page.getByLabel('Friday, window 2', { exact: true })).toHaveValue('19:00–21:00')
  await page.getByLabel('Friday, window 2', { exact: true }).fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Friday, window 2', { exact: true })).toHaveCount(0)
  await page.getByLabel('Saturday', { exact: true }).check()
  const night = page.getByLabel('Saturday, window 2', { exact: true })
  await night.fill('22-2')
  await night.blur()
  await expect(night).toHaveValue('22:00–02:00')

  await page.waitForTimeout(1_000)
  await page.reload()
  await expect(page.getByLabel('Thursday, window 2', { exact: true })).toHaveValue('19:00–21:00')
  await expect(night).toHaveValue('22:00–02:00')
})

test('an end before the start is told at the end, and what is missing leads to its page', async ({
  app: page,
}) => {
  await openWizard(page)
  await page.getByLabel('Name', { exact: true }).fill('Too early')
  await goOn(page, 'Contacts')
  await goOn(page, 'Schedule')
  const when = (name: string) => page.getByRole('radiogroup', { name }).getByText('At', { exact: true })
  await when('Start').click()
  await page.getByLabel('Date and time of the start').fill('2099-11-20T16:30')
  await when('End').click()
  await page.getByLabel('Date and time of the end').fill('2099-11-19T16:30')
  await page.getByLabel('Date and time of the end').blur()
  await expect(page.getByText(/^The end lies before the start, .*16:30\.$/)).toBeVisible()
  await page.getByLabel('Date and time of the end').fill('2099-11-21T16:30')
  await goOn(page, 'Calling')

  await page.getByRole('navigation', { name: 'Steps' }).getByText('Review').click()
  await expect(page.getByText(/^[0-5] of 6 needed$/)).toBeVisible()
  await page.getByRole('button', { name: 'Go to numbers' }).click()
  await expect(page.getByRole('heading', { name: 'Which numbers are shown?' })).toBeVisible()
})
