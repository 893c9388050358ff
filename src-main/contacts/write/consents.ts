import type { ConsentKind, ConsentRecord } from '../../domain/consent-record.ts'
import type { ContactId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type By, note } from './journal.ts'

export type NewConsent = Omit<ConsentRecord, 'withdrawnAt'>

export function addConsent(sql: Statements, contact: ContactId, consent: NewConsent, by: By): number {
  const { id } = sql.run(
    `INSERT INTO consents (contact_id, kind, purpose, channel, source, evidence, given_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    contact,
    consent.kind,
    consent.purpose,
    consent.channel,
    consent.source,
    consent.evidence,
    consent.givenAt,
    consent.expiresAt,
  )
  note(sql, contact, by, { is: 'consent_added', kind: consent.kind, consent: id })
  return id
}

/** Holds from the next claim on. */
export function withdrawConsent(
  sql: Statements,
  contact: ContactId,
  consent: number,
  by: By,
): 'withdrawn' | 'not_found' | 'withdrawn_before' {
  const row = sql.first<{ kind: ConsentKind; withdrawn: number | null }>(
    'SELECT kind, withdrawn_at AS withdrawn FROM consents WHERE id = ? AND contact_id = ?',
    consent,
    contact,
  )
  if (row === undefined) return 'not_found'
  if (row.withdrawn !== null) return 'withdrawn_before'
  sql.run('UPDATE consents SET withdrawn_at = ? WHERE id = ?', by.at, consent)
  note(sql, contact, by, { is: 'consent_withdrawn', kind: row.kind })
  return 'withdrawn'
}
