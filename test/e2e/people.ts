import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { fillContacts } from './fill-contacts.ts'
import { test as base, expect, startDemo } from './workspace.ts'

/** 45 with German mobile numbers, 15 with American ones; six stand in the list “Spring leads”. */
export const others = 60

/**
 * `app`: the demo, whose campaign has 500 contacts, and beside them `others` that no campaign has, a list of six and
 * the segment “In the United States”.
 */
export const test = base.extend<{ app: Page }>({
  app: async ({ app: page, trunkline }, use) => {
    await startDemo(page)
    await trunkline.kill()
    fillContacts(trunkline.data, others)
    group(trunkline.data)
    await page.goto(await trunkline.restart())
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
    await use(page)
  },
})

export { expect }

function group(data: string) {
  const db = new Database(join(data, 'workspace.db'))
  const list = db
    .prepare("INSERT INTO lists (name, created_at, changed_at) VALUES ('Spring leads', 0, 0)")
    .run().lastInsertRowid
  db.prepare(
    "INSERT INTO list_contacts SELECT ?, id FROM contacts WHERE phone LIKE '+49151%' ORDER BY id LIMIT 6",
  ).run(list)
  const american = { match: 'all', of: [{ field: 'country', op: 'one_of', value: ['US'] }] }
  db.prepare(
    "INSERT INTO segments (name, filter, created_at, changed_at) VALUES ('In the United States', ?, 0, 0)",
  ).run(JSON.stringify(american))
  db.close()
}
