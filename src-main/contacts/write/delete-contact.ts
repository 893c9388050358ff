import type { DeletedContact, StoredRow } from '../../domain/contact-change.ts'
import type { ContactId, Instant, ListId, TagId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { ContactRow } from './contact-row.ts'

/** Why a contact cannot be deleted, in words that go on from its name; `null`: it can. */
export function mayNotBeDeleted(sql: Statements, contact: ContactId): string | null {
  if (sql.first('SELECT 1 FROM calls WHERE contact_id = ? LIMIT 1', contact) !== undefined)
    return 'was called before'
  const atWork = sql.first<{ name: string }>(
    `SELECT campaigns.name FROM leads JOIN campaigns ON campaigns.id = campaign_id
     WHERE contact_id = ? AND deleted_at IS NULL AND state IN ('scheduled', 'running', 'draining', 'paused') LIMIT 1`,
    contact,
  )
  if (atWork !== undefined) return `stands in “${atWork.name}”, which is at work`
  const decided = sql.first('SELECT 1 FROM decisions WHERE contact_id = ? LIMIT 1', contact)
  return decided === undefined ? null : 'is named in the decision log'
}

/** Away with all that hangs on it. @returns its rows, to bring it back */
export function deleteContact(sql: Statements, { id }: Pick<ContactRow, 'id'>, at: Instant): DeletedContact {
  const rows = (table: string) => sql.rows<StoredRow>(`SELECT * FROM ${table} WHERE contact_id = ?`, id)
  const contact = sql.first<StoredRow>('SELECT * FROM contacts WHERE id = ?', id)
  if (contact === undefined) throw new Error(`there is no contact ${id}`)
  const kept: DeletedContact = {
    at,
    contact,
    furtherPhones: rows('further_phones'),
    consents: rows('consents'),
    tags: rows('contact_tags').map(({ tag_id }) => tag_id as TagId),
    lists: rows('list_contacts').map(({ list_id }) => list_id as ListId),
    leads: rows('leads'),
  }
  sql.run('DELETE FROM leads WHERE contact_id = ?', id)
  // The rest goes with it.
  sql.run('DELETE FROM contacts WHERE id = ?', id)
  return kept
}

/** @returns why it cannot come back; `null`: it is there again, in whatever of its groups is still there */
export function bringBack(sql: Statements, kept: DeletedContact): string | null {
  const { contact, furtherPhones, consents, tags, lists, leads } = kept
  const numbers = [contact, ...furtherPhones].flatMap(({ phone }) => (phone == null ? [] : [phone]))
  const isTaken = (number: string | number) =>
    sql.first('SELECT 1 FROM contacts WHERE phone = ?', number) !== undefined ||
    sql.first('SELECT 1 FROM further_phones WHERE phone = ?', number) !== undefined
  if (numbers.some(isTaken)) return 'has a number that belongs to another contact now'
  insert(sql, 'contacts', contact)
  for (const row of furtherPhones) insert(sql, 'further_phones', row)
  for (const row of consents) insert(sql, 'consents', row, 'id')
  const id = contact.id ?? null
  for (const tag of tags)
    sql.run('INSERT INTO contact_tags (tag_id, contact_id) SELECT id, ? FROM tags WHERE id = ?', id, tag)
  for (const list of lists)
    sql.run('INSERT INTO list_contacts (list_id, contact_id) SELECT id, ? FROM lists WHERE id = ?', id, list)
  for (const row of leads)
    if (sql.first('SELECT 1 FROM campaigns WHERE id = ?', row.campaign_id ?? null) !== undefined)
      insert(sql, 'leads', row, 'id')
  return null
}

/** @param ownId a column that is numbered anew where another row has taken its number meanwhile */
export function insert(
  sql: Statements,
  table: 'contacts' | 'further_phones' | 'consents' | 'leads',
  row: StoredRow,
  ownId?: string,
): void {
  const isTaken =
    ownId !== undefined &&
    sql.first(`SELECT 1 FROM ${table} WHERE ${ownId} = ?`, row[ownId] ?? null) !== undefined
  const columns = Object.entries(row).filter(([column]) => !(isTaken && column === ownId))
  sql.run(
    `INSERT INTO ${table} (${columns.map(([column]) => column).join()}) VALUES (${columns.map(() => '?').join()})`,
    ...columns.map(([, value]) => value),
  )
}
