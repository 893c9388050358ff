import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { storeFailure } from '../../src-main/store/failure.ts'
import { openSqliteFile } from '../../src-main/store/sqlite-file.ts'
import { aFolder } from '../make/workspace.ts'

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
