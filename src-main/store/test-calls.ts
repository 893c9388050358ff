import type { Kysely } from 'kysely'
import type { E164, TestCallId } from '../domain/ids.ts'
import type { DialogFacts, SendingFacts } from '../engine/ports/dialer.ts'
import { fromJson, fromJsonOrNull, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface NewTestCall {
  /** What is tested, as the audit log names it. */
  readonly subject: string
  readonly name: string
  readonly to: E164
  readonly facts: SendingFacts
}

export interface LeftTestCall extends NewTestCall {
  readonly id: TestCallId
  readonly dialog: DialogFacts | null
}

export async function addTestCall(
  db: Kysely<Tables>,
  { subject, name, to, facts }: NewTestCall,
): Promise<TestCallId> {
  const row = { subject, name, to_number: to, facts: toJson(facts), dialog: null }
  return (await db.insertInto('test_calls').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function keepDialog(db: Kysely<Tables>, id: TestCallId, dialog: DialogFacts): Promise<void> {
  await db
    .updateTable('test_calls')
    .set({ dialog: toJson(dialog) })
    .where('id', '=', id)
    .execute()
}

export async function removeTestCall(db: Kysely<Tables>, id: TestCallId): Promise<void> {
  await db.deleteFrom('test_calls').where('id', '=', id).execute()
}

/** Right after a start: those of processes that died. */
export async function readTestCalls(db: Kysely<Tables>): Promise<readonly LeftTestCall[]> {
  const rows = await db.selectFrom('test_calls').selectAll().orderBy('id').execute()
  return rows.map(({ id, subject, name, to_number, facts, dialog }) => ({
    id,
    subject,
    name,
    to: to_number,
    facts: fromJson(facts),
    dialog: fromJsonOrNull(dialog),
  }))
}
