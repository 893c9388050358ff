import type { Page } from '@playwright/test'
import { pages } from '../pages.ts'
import { expect, test } from './desk.ts'
import { settle, shoot, shootAll } from './shoot.ts'

interface Asked {
  readonly i: string | number
  readonly p?: { readonly u?: string }
}

/** What the engine answers when something in it broke. */
const broke = ({ i }: Asked) => {
  const json = {
    defined: false,
    code: 'INTERNAL_SERVER_ERROR',
    status: 500,
    message: 'Internal server error',
  }
  return JSON.stringify({ i, p: { s: json.status, b: { json } } })
}

/** An answer that failed is asked for two times more before it is given up. */
const faultMs = 6_000

/** Whatever the page asks for beyond what it asked for before `breakNow` fails. */
async function breakable(page: Page) {
  const known = new Set<string>()
  let broken = false
  await page.routeWebSocket('**/rpc', socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const asked: Asked | null = typeof message === 'string' ? JSON.parse(message) : null
      const path = asked?.p?.u
      if (path !== undefined && !broken) known.add(path)
      if (asked && path !== undefined && !known.has(path)) socket.send(broke(asked))
      else server.send(message)
    })
  })
  return {
    breakNow: () => {
      broken = true
    },
  }
}

const named = Object.entries(pages)
const perTest = 8

for (let at = 0; at < named.length; at += perTest) {
  const some = named.slice(at, at + perTest)
  test(`pages whose facts cannot be had: ${some[0]?.[0]} and on`, async ({
    desk: page,
    places: { campaign },
  }) => {
    const { breakNow } = await breakable(page)
    await page.goto(new URL('/settings/appearance', page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await settle(page)
    breakNow()
    for (const [name, path] of some) {
      await page.goto(new URL(path.replace('/campaigns/1', campaign), page.url()).href)
      // Pages that ask for nothing show no fault.
      const fault = page.getByRole('alert').first()
      await fault.waitFor({ timeout: faultMs }).catch(() => undefined)
      await shoot(page, `broken-${name}`)
    }
  })
}

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
