import type { ContactChange } from '../../domain/contact-change.ts'
import type { ContactId, Instant, JobId } from '../../domain/ids.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** Contacts that a job changed. */
export const changedContacts = (sql: Pick<Statements, 'rows'>, job: JobId): ReadonlySet<ContactId> =>
  new Set(
    sql
      .rows<{ contact: ContactId }>(
        'SELECT contact_id AS contact FROM contact_changes INDEXED BY changes_of_job WHERE job_id = ? ORDER BY id',
        job,
      )
      .map(({ contact }) => contact),
  )

export interface JournalEntry {
  readonly id: number
  readonly at: Instant
  readonly change: ContactChange
}

/** What a job did to one contact, latest first. */
export const changesTo = (sql: Statements, contact: ContactId, job: JobId): readonly JournalEntry[] =>
  sql
    .rows<{ id: number; at: Instant; change: Json<ContactChange> }>(
      `SELECT id, at, change FROM contact_changes INDEXED BY changes_of_contact
       WHERE contact_id = ? AND job_id = ? ORDER BY id DESC`,
      contact,
      job,
    )
    .map(row => ({ ...row, change: fromJson(row.change) }))
