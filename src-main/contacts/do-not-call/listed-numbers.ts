import type { ContactId, E164, Instant } from '../../domain/ids.ts'
import { countryOf } from '../../numbering/phone.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { allOf, anyOf, type Sql, sql } from '../query/sql.ts'
import { writtenNumber } from '../query/written-number.ts'

export interface ListedQuery {
  /** Digits in any notation, or part of the reason; empty: all. */
  readonly search: string
  readonly scope: 'all' | 'campaign' | null
  readonly offset: number
  readonly limit: number
  readonly now: Instant
}

export interface ListedEntry {
  readonly id: number
  readonly number: E164
  readonly country: string | null
  readonly scope: 'all' | 'campaign'
  /** Name of the campaign in which it holds. */
  readonly campaign: string | null
  readonly reason: string
  readonly source: 'agent' | 'supervisor' | 'import' | 'network'
  readonly at: Instant
  readonly expiresAt: Instant | null
  readonly expired: boolean
  readonly contact: { readonly id: ContactId; readonly name: string } | null
}

/** Entries of the do-not-call list, latest first, and how many there are in all. */
export function listedNumbers(
  { statements }: ReadOnlyFile,
  query: ListedQuery,
): { readonly total: number; readonly rows: readonly ListedEntry[] } {
  const where = matching(query)
  const count = sql`SELECT count(*) AS total FROM suppressions s WHERE ${where}`
  const page = sql`${entries} WHERE ${where} ORDER BY s.id DESC LIMIT ${query.limit} OFFSET ${query.offset}`
  return {
    total: statements.first<{ total: number }>(count.text, ...count.values)?.total ?? 0,
    rows: statements.rows<Row>(page.text, ...page.values).map(row => shown(row, query.now)),
  }
}

interface Row extends Omit<ListedEntry, 'country' | 'expired' | 'contact'> {
  readonly contact: ContactId | null
  readonly name: string | null
}

const entries: Sql = sql`SELECT s.id, s.number, s.scope, campaigns.name AS campaign, s.reason, s.source, s.at,
    s.expires_at AS expiresAt, contacts.id AS contact, contacts.name
  FROM suppressions s LEFT JOIN campaigns ON campaigns.id = s.campaign_id
  LEFT JOIN contacts ON contacts.id = ifnull((SELECT id FROM contacts WHERE phone = s.number),
    (SELECT contact_id FROM further_phones WHERE phone = s.number))`

const shown = ({ contact, name, ...row }: Row, now: Instant): ListedEntry => ({
  ...row,
  country: countryOf(row.number),
  expired: row.expiresAt !== null && row.expiresAt <= now,
  contact: contact === null ? null : { id: contact, name: name ?? '' },
})

function matching({ search, scope }: ListedQuery): Sql {
  const text = search.trim()
  return allOf([
    scope === null ? sql`1` : sql`s.scope = ${scope}`,
    text === '' ? sql`1` : anyOf([sql`instr(lower(s.reason), ${text.toLowerCase()}) > 0`, ofNumber(text)]),
  ])
}

function ofNumber(text: string): Sql {
  const number = writtenNumber(text)
  if (number === null) return sql`0`
  const begins = `+${number.digits}`
  return number.international
    ? sql`s.number >= ${begins} AND s.number < ${`${begins}:`}`
    : sql`instr(s.number, ${number.digits}) > 0`
}
