import { test } from './desk.ts'
import { lightLooks, shootAll } from './shoot.ts'

test('the pages with the most words on them, in German', async ({
  busy: page,
  places: { campaign, trouble, past },
}) => {
  await page.evaluate(() => localStorage.setItem('trunkline-language', 'de'))
  const pages = {
    'german-home': '/',
    'german-campaigns': '/campaigns',
    'german-dashboard': campaign,
    'german-paused-itself': trouble,
    'german-analytics': `${past}/analytics`,
    'german-wallboard': '/wallboard',
    'german-live': '/live',
  }
  await shootAll(page, pages, lightLooks)
})
