import type { CallResult } from '../../domain/call-result.ts'
import type { ContactChange } from '../../domain/contact-change.ts'
import type { CallId, ContactId, E164, Instant } from '../../domain/ids.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

export type HistoryItem =
  | {
      readonly is: 'call'
      readonly at: Instant
      readonly call: CallId
      readonly campaign: string
      readonly number: E164
      readonly result: CallResult | null
      readonly talkMs: number | null
    }
  | {
      readonly is: 'change'
      readonly at: Instant
      readonly actor: string
      /** Title of the import or action. */
      readonly by: string | null
      readonly change: ContactChange
    }

export interface HistoryQuery {
  readonly id: ContactId
  /** Only what is older. */
  readonly before: Instant
  readonly limit: number
}

/** Calls and changes of a contact, newest first. What happened at one instant is never torn apart. */
export function contactHistory(
  file: ReadOnlyFile,
  query: HistoryQuery,
): { readonly entries: readonly HistoryItem[]; readonly more: boolean } {
  const all = [...calls(file, query), ...changes(file, query), ...importOf(file, query)].sort(
    (a, b) => b.at - a.at,
  )
  const last = all[query.limit - 1]
  const entries = last === undefined ? all : all.filter(({ at }) => at >= last.at)
  return { entries, more: last !== undefined && hasOlder(file, query.id, last.at) }
}

const hasOlder = ({ statements }: ReadOnlyFile, id: ContactId, at: Instant): boolean =>
  statements.first(
    `SELECT 1 FROM calls WHERE contact_id = ? AND reserved_at < ?
     UNION ALL SELECT 1 FROM contact_changes WHERE contact_id = ? AND at < ?
     UNION ALL SELECT 1 FROM contacts WHERE id = ? AND import_id IS NOT NULL AND created_at < ? LIMIT 1`,
    id,
    at,
    id,
    at,
    id,
    at,
  ) !== undefined

// As many as are shown, with all that share the instant of the last.
const newest = (table: 'calls' | 'contact_changes', at: string) => `${at} < ? AND ${at} >= ifnull(
  (SELECT ${at} FROM ${table} WHERE contact_id = ? AND ${at} < ? ORDER BY ${at} DESC LIMIT 1 OFFSET ?), 0)`

const callsSql = `SELECT reserved_at AS at, calls.id AS call, campaigns.name AS campaign, to_number AS number, result,
    talk_ms AS talkMs
  FROM calls JOIN campaigns ON campaigns.id = campaign_id
  WHERE contact_id = ? AND ${newest('calls', 'reserved_at')}`

const calls = (file: ReadOnlyFile, { id, before, limit }: HistoryQuery): readonly HistoryItem[] =>
  file.statements
    .rows<Omit<Extract<HistoryItem, { is: 'call' }>, 'is'>>(callsSql, id, before, id, before, limit - 1)
    .map(row => ({ is: 'call', ...row }))

const changesSql = `SELECT at, contact_changes.actor, jobs.title AS by, change
  FROM contact_changes LEFT JOIN jobs ON jobs.id = job_id
  WHERE contact_id = ? AND ${newest('contact_changes', 'at')} ORDER BY contact_changes.id DESC`

const changes = (file: ReadOnlyFile, { id, before, limit }: HistoryQuery): readonly HistoryItem[] =>
  file.statements
    .rows<{ at: Instant; actor: string; by: string | null; change: Json<ContactChange> }>(
      changesSql,
      id,
      before,
      id,
      before,
      limit - 1,
    )
    .map(({ change, ...row }) => ({ is: 'change', ...row, change: fromJson(change) }))

/** Who came with a file carries the import instead of a change. */
const importOf = (file: ReadOnlyFile, { id, before }: HistoryQuery): readonly HistoryItem[] =>
  file.statements
    .rows<{ at: Instant; actor: string; by: string }>(
      `SELECT contacts.created_at AS at, jobs.actor, jobs.title AS by FROM contacts JOIN jobs ON jobs.id = import_id
       WHERE contacts.id = ? AND contacts.created_at < ?`,
      id,
      before,
    )
    .map(row => ({ is: 'change', ...row, change: { is: 'added' } }))
