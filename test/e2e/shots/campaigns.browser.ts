import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('campaigns and the pages of one of them', async ({
  desk: page,
  places: { campaign, trouble, past },
}) => {
  await shootAll(page, {
    campaigns: '/campaigns',
    'dashboard-paused': campaign,
    'campaign-contacts': `${campaign}/contacts`,
    'campaign-calls': `${campaign}/calls`,
    rotation: `${campaign}/numbers`,
    'campaign-settings': `${campaign}/settings`,
    'dashboard-paused-itself': trouble,
    'dashboard-over': past,
  })
})

test('what a tile means', async ({ desk: page, places: { past } }) => {
  await page.goto(new URL(past, page.url()).href)
  await shoot(page, 'definition', undefined, async () => {
    // What was under the pointer has moved.
    await page.mouse.move(0, 0)
    await page.getByRole('region', { name: 'Figures' }).getByText('Conversion').hover()
    await page.getByRole('tooltip').waitFor()
  })
})

test('the moves of a campaign', async ({ desk: page, places: { campaign } }) => {
  await page.goto(new URL(campaign, page.url()).href)
  const moves = page.getByRole('button', { name: /^Paused: moves/ })
  await moves.click()
  await shoot(page, 'moves')
  await page.getByRole('menuitem', { name: 'Cancel campaign' }).click()
  await shoot(page, 'cancel')
  await page.keyboard.press('Escape')
  await page.goto(new URL(`${campaign}/settings`, page.url()).href)
  await page.getByRole('button', { name: 'Duplicate, delete' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  await shoot(page, 'duplicate')
})

test('the launch of a campaign that was over', async ({ desk: page, places: { trouble } }) => {
  await page.goto(new URL(trouble, page.url()).href)
  await page.getByRole('button', { name: /^Paused: moves/ }).click()
  await page.getByRole('menuitem', { name: 'Cancel campaign' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel campaign' }).click()
  // It stands over the buttons of the dialog for some seconds.
  await expect(page.getByRole('alert').filter({ hasText: 'is cancelled' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Restart…' }).click()
  await expect(page.getByText(/^Simulated in/)).toBeVisible({ timeout: 60_000 })
  await shoot(page, 'restart')
})

test('two windows that change the same', async ({ desk: page, places: { trouble }, context }) => {
  const settings = new URL(`${trouble}/settings`, page.url()).href
  await page.goto(settings)
  const other = await context.newPage()
  await other.goto(settings)
  for (const [window, value] of [
    [other, '7'],
    [page, '4'],
  ] as const) {
    await window.getByLabel('Further attempts').fill(value)
    const calling = window.getByRole('group', { name: 'Calling', exact: true })
    await calling.getByRole('button', { name: 'Save changes' }).click()
    if (window === other) await expect(calling.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
  }
  await page.getByRole('alert', { name: /^Somebody else saved/ }).scrollIntoViewIfNeeded()
  await shoot(page, 'conflict')
})
