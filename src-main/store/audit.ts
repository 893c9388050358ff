import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../domain/ids.ts'
import type { AuditEntry } from '../engine/ports/transaction.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** Appends to the audit log; each row carries the hash of itself and of the row before. Within a transaction. */
export async function addAudit(db: Kysely<Tables>, entry: AuditEntry, at: Instant): Promise<void> {
  const last = await db.selectFrom('audit').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const previous_hash = last?.hash ?? ''
  const row = { at, ...entry, detail: toJson<unknown>(entry.detail), previous_hash }
  await db
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute()
}

type Hashed = Pick<
  { at: Instant; actor: string; action: string; subject: string; detail: string; previous_hash: string },
  'at' | 'actor' | 'action' | 'subject' | 'detail' | 'previous_hash'
>

const hashOf = ({ at, actor, action, subject, detail, previous_hash }: Hashed): string =>
  createHash('sha256')
    .update(JSON.stringify([previous_hash, at, actor, action, subject, detail]))
    .digest('hex')

/** Ids of rows that do not follow from the row before: somebody changed the file by other means. */
export async function brokenAuditRows(db: Kysely<Tables>): Promise<readonly number[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute()
  return rows
    .filter((row, index) => row.previous_hash !== (rows[index - 1]?.hash ?? '') || row.hash !== hashOf(row))
    .map(row => row.id)
}
