import { test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

/** Taller than the window, so that what lies below the fold is seen too. */
const tall = { width: 1440, height: 2600 }

test('analytics of a campaign, of all, two beside each other, and the report', async ({
  desk: page,
  places: { campaign, past, trouble },
}) => {
  await shootAll(page, {
    analytics: `${past}/analytics`,
    compare: `${past}/analytics?with=campaign-${campaign.split('/').pop()}`,
    'analytics-few': `${trouble}/analytics`,
    'analytics-no-match': `${past}/analytics?to=2020-01-01`,
    'analytics-all': '/analytics',
    report: `${past}/report`,
  })
})

test('analytics and dashboard to their end', async ({ desk: page, places: { past, campaign } }) => {
  for (const [name, path] of [
    ['analytics', `${past}/analytics`],
    ['dashboard', campaign],
    ['report', `${past}/report`],
    ['rotation', `${campaign}/numbers`],
    ['home', '/'],
  ] as const) {
    await page.setViewportSize(tall)
    await page.goto(new URL(path, page.url()).href)
    await shoot(page, `${name}-whole`, [{ size: 'tall', viewport: tall, colorScheme: 'light' }])
  }
})
