import type { Page } from '@playwright/test'
import { pages } from '../pages.ts'
import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

/** Whatever the page asks for beyond `known` leads nowhere; `known` grows until `breakNow`. */
async function breakable(page: Page) {
  const known = new Set<string>()
  let broken = false
  await page.routeWebSocket('**/rpc', socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const path = typeof message === 'string' ? /"u":"([^"?]+)/.exec(message)?.[1] : undefined
      if (path !== undefined && !broken) known.add(path)
      server.send(
        typeof message === 'string' && path !== undefined && !known.has(path)
          ? message.replace(path, `${path}/nowhere`)
          : message,
      )
    })
  })
  return {
    breakNow: () => {
      broken = true
    },
  }
}

test('pages whose facts cannot be had', async ({ desk: page, places: { campaign } }) => {
  const { breakNow } = await breakable(page)
  await page.goto(new URL('/settings/appearance', page.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForTimeout(2_000)
  breakNow()
  const all = Object.entries({ ...pages, contact: '/contacts/1', 'do-not-call': '/contacts/do-not-call' })
  for (const [name, path] of all) {
    await page.goto(new URL(path.replace('/campaigns/1', campaign), page.url()).href)
    await page.waitForTimeout(3_500)
    await shoot(page, `broken-${name}`)
  }
})

test('what is not there', async ({ desk: page }) => {
  await shootAll(page, {
    'not-found-page': '/nowhere',
    'not-found-campaign': '/campaigns/999',
    'not-found-call': '/calls/999999',
    'not-found-contact': '/contacts/999999',
    'not-found-agent': '/agents/999',
    'not-found-import': '/contacts/imports/999',
  })
})

test('a page whose engine is gone', async ({ desk: page, places: { campaign }, trunkline }) => {
  await page.goto(new URL(campaign, page.url()).href)
  await expect(page.getByRole('region', { name: 'Figures' })).toBeVisible()
  await trunkline.kill()
  await shoot(page, 'engine-gone')
})
