import { mkdirSync, renameSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { storeFailure } from '../../src-main/store/failure.ts'
import { openSqliteFile } from '../../src-main/store/sqlite-file.ts'
import { aFolder, anOpenStore } from '../make/workspace.ts'

test('after a drive was lost and came back, what was committed is read anew', async () => {
  const folder = aFolder()
  const file = join(dirname(folder.file), 'drive', 'workspace.db')
  mkdirSync(dirname(file))
  const sqlite = openSqliteFile(file)
  const db = new Kysely<Record<string, never>>({ dialect: sqlite.dialect })
  await sql`CREATE TABLE kept (value TEXT)`.execute(db)
  await sql`INSERT INTO kept VALUES ('acknowledged')`.execute(db)

  sqlite.drop()
  renameSync(dirname(file), `${dirname(file)}-unplugged`)
  const error = await sql`SELECT * FROM kept`.execute(db).catch((thrown: unknown) => thrown)
  expect(storeFailure(error, file)?.reason).toBe('io')
  renameSync(`${dirname(file)}-unplugged`, dirname(file))
  expect((await sql`SELECT * FROM kept`.execute(db)).rows).toEqual([{ value: 'acknowledged' }])
  await db.destroy()
  folder.remove()
})

test('a workspace that is deleted while it is open refuses to write instead of writing where nobody finds it', async () => {
  const folder = aFolder()
  const file = join(dirname(folder.file), 'drive', 'workspace.db')
  const store = await anOpenStore(file)
  const writeNotice = () =>
    store.write(tx =>
      tx
        .insertInto('notices')
        .values({ kind: 'recovered', level: 'info', campaign_id: null, title: 'kept', text: '', at: 1 })
        .execute(),
    )
  expect(await writeNotice()).toMatchObject({ committed: true })
  renameSync(dirname(file), `${dirname(file)}-gone`)
  for (let times = 0; times < 2; times++)
    expect(await writeNotice()).toMatchObject({ committed: false, failure: { reason: 'io' } })
  mkdirSync(dirname(file))
  expect(await writeNotice()).toMatchObject({ committed: false, failure: { reason: 'io' } })
  rmdirSync(dirname(file))
  renameSync(`${dirname(file)}-gone`, dirname(file))
  expect(await writeNotice()).toMatchObject({ committed: true })
  expect(await store.db.selectFrom('notices').select('title').execute()).toHaveLength(2)
  await store.close()
  folder.remove()
})
