import type { ContactChange } from '../../domain/contact-change.ts'
import type { ContactId, Instant, JobId } from '../../domain/ids.ts'
import { toJson } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** Who changes a contact, and when; `job`: the action of many that this is part of. */
export interface By {
  readonly actor: string
  readonly job: JobId | null
  readonly at: Instant
}

/** Entry in the history of a contact. */
export function note(
  sql: Statements,
  contact: ContactId,
  by: By,
  change: ContactChange,
  revision: number | null = null,
): void {
  sql.run(
    'INSERT INTO contact_changes (contact_id, at, actor, job_id, revision, change) VALUES (?, ?, ?, ?, ?, ?)',
    contact,
    by.at,
    by.actor,
    by.job,
    revision,
    toJson(change),
  )
}

/** Changes that whoever is editing the contact has to look at. @returns its revision from now on */
export function noteEdit(
  sql: Statements,
  contact: ContactId,
  by: By,
  changes: readonly ContactChange[],
): number {
  const row = sql.first<{ revision: number }>('SELECT revision FROM contacts WHERE id = ?', contact)
  if (row === undefined) throw new Error(`there is no contact ${contact}`)
  if (changes.length === 0) return row.revision
  const revision = row.revision + 1
  sql.run('UPDATE contacts SET revision = ?, changed_at = ? WHERE id = ?', revision, by.at, contact)
  for (const change of changes) note(sql, contact, by, change, revision)
  return revision
}
