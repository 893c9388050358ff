import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import type { StoreRefusal } from '../../src-main/store/store-refusal.ts'
import { aCampaign, aFolder, anOpenStore, type Folder, mondayAtTen } from '../make/workspace.ts'

let folder: Folder
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

const refusal = async (file = folder.file): Promise<StoreRefusal> => {
  const store = await openStore({ file, now: () => mondayAtTen })
  if ('refused' in store) return store
  await store.close()
  throw new Error('was opened')
}

const put = (key: string) => ({ key, value: '1' as never, changed_at: mondayAtTen })

test('what was committed is there again after closing', async () => {
  const store = await anOpenStore(folder.file)
  await store.write(tx => tx.insertInto('settings').values(put('a')).execute())
  await store.close()
  const again = await anOpenStore(folder.file)
  expect(await again.db.selectFrom('settings').select('key').where('key', '=', 'a').execute()).toHaveLength(1)
  expect(again.wasUnclean).toBe(false)
  await again.close()
})

test('every connection waits for the platter, checks keys and logs ahead', async () => {
  const store = await anOpenStore(folder.file)
  await store.write(tx => tx.insertInto('settings').values(put('a')).execute())
  const pragma = async (name: string) =>
    Object.values((await sql<object>`${sql.raw(`PRAGMA ${name}`)}`.execute(store.db)).rows[0] ?? {})[0]
  expect(await pragma('synchronous')).toBe(2)
  const within: unknown[] = []
  const look = (waits: 'for-disk' | 'not') =>
    store.write(async tx => {
      const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(tx)
      within.push(rows[0]?.synchronous)
    }, waits)
  await look('not')
  await look('for-disk')
  await store.write(() => Promise.reject(new Error('a bug')), 'not').catch(() => {})
  await look('for-disk')
  expect(within).toEqual([1, 2, 2])
  expect(await pragma('foreign_keys')).toBe(1)
  expect(await pragma('journal_mode')).toBe('wal')
  await store.close()
})

test('two decisions at the same time do not mix: one that fails takes nothing of the other with it', async () => {
  const store = await anOpenStore(folder.file)
  const good = store.write(async tx => {
    await tx.insertInto('settings').values(put('good')).execute()
    await new Promise(resolve => setImmediate(resolve))
  })
  const bad = store.write(async tx => {
    await tx.insertInto('settings').values(put('bad')).execute()
    throw new Error('a bug')
  })
  await expect(bad).rejects.toThrow('a bug')
  expect(await good).toEqual({ committed: true, value: undefined })
  const keys = await store.db
    .selectFrom('settings')
    .select('key')
    .where('key', 'in', ['good', 'bad'])
    .execute()
  expect(keys).toEqual([{ key: 'good' }])
  await store.close()
})

test('a workspace that another program has open is refused, and opens when that one is gone', async () => {
  const first = await anOpenStore(folder.file)
  const { refused, message } = await refusal()
  expect(refused).toBe('in_use')
  expect(message).toContain(folder.file)
  await first.close()
  await (await anOpenStore(folder.file)).close()
})

test('a workspace of a newer program is refused and left alone', async () => {
  await (await anOpenStore(folder.file)).close()
  const database = new Database(folder.file)
  database.prepare("INSERT INTO kysely_migration VALUES ('9999-future', '2030-01-01')").run()
  database.close()
  const { refused, message } = await refusal()
  expect(refused).toBe('newer')
  expect(message).toContain('9999-future')
})

test('a file that is not a database is refused and left as it was', async () => {
  writeFileSync(folder.file, 'a shopping list\n'.repeat(400))
  expect((await refusal()).refused).toBe('not_a_workspace')
  expect(readFileSync(folder.file, 'utf8')).toBe('a shopping list\n'.repeat(400))
})

test('a file with a zeroed page or a lost end is refused as damaged', async () => {
  const store = await anOpenStore(folder.file)
  await aCampaign(store, { contacts: 2_000 })
  await store.close()
  const whole = readFileSync(folder.file)
  const zeroed = Buffer.from(whole)
  zeroed.fill(0, 4096 * 40, 4096 * 41)
  writeFileSync(folder.file, zeroed)
  expect((await refusal()).refused).toBe('damaged')
  writeFileSync(folder.file, whole.subarray(0, whole.length / 2))
  expect(['damaged', 'not_a_workspace']).toContain((await refusal()).refused)
  writeFileSync(folder.file, whole)
  await (await anOpenStore(folder.file)).close()
})

test('a folder that is a file, or lies nowhere, is refused with its path', async () => {
  writeFileSync(folder.file, '')
  const { refused, message } = await refusal(`${folder.file}/inside/workspace.db`)
  expect(refused).toBe('no_access')
  expect(message).toContain('inside/workspace.db')
})

test('a folder that may not be written is refused', async () => {
  chmodSync(dirname(folder.file), 0o555)
  // Root may write anywhere: for this test it is nobody.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    expect((await refusal()).refused).toBe('no_access')
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(dirname(folder.file), 0o755)
  }
})

test('a full disk loses nothing that was acknowledged, and writing goes on when there is room', async () => {
  const store = await anOpenStore(folder.file)
  await store.write(tx => tx.insertInto('settings').values(put('before')).execute())
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db)
  await sql`${sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`)}`.execute(store.db)
  const tooMuch = () => store.transaction(tx => tx.proveRoom(mondayAtTen))
  const failed = await tooMuch()
  expect(failed).toMatchObject({ committed: false, failure: { reason: 'full' } })
  await sql`PRAGMA max_page_count = 1000000`.execute(store.db)
  expect(await tooMuch()).toMatchObject({ committed: true })
  const keys = await store.db.selectFrom('settings').select('key').where('key', '=', 'before').execute()
  expect(keys).toHaveLength(1)
  await store.close()
})

test('a decision that only reads waits for nobody who writes; one that writes waits for its turn', async () => {
  const order: string[] = []
  const { promise: givenBack, resolve: giveBack } = Promise.withResolvers<void>()
  const turn = { take: () => givenBack, give: () => {}, giveFor: () => {} }
  const store = await openStore({ file: folder.file, now: () => mondayAtTen, turn })
  if ('refused' in store) throw new Error(store.message)
  await store.transaction(async tx => tx.campaign(1 as CampaignId), 'reads')
  order.push('read')
  const writing = store.write(tx => tx.insertInto('tags').values({ name: 'a' }).execute())
  await new Promise(resolve => setImmediate(resolve))
  order.push('given back')
  giveBack()
  expect(await writing.finally(() => order.push('written'))).toMatchObject({ committed: true })
  expect(order).toEqual(['read', 'given back', 'written'])
  await store.close()
})
