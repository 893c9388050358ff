import { type ActivityKind, activityKinds } from '../domain/activity.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { ReadOnlyFile } from './read-only-file.ts'
import type { SqlValue } from './sqlite-file.ts'

export interface ActivityQuery {
  readonly search: string
  /** Empty: all. */
  readonly kinds: readonly ActivityKind[]
  readonly actors: readonly string[]
  readonly since?: Instant | undefined
  readonly campaign?: CampaignId | undefined
  readonly offset: number
  readonly limit: number
}

export interface AuditRow {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** JSON of what was noted. */
  readonly detail: string
  /** Of what is still there. */
  readonly name: string | null
  readonly exists: 0 | 1
}

export interface Activity {
  readonly total: number
  readonly rows: readonly AuditRow[]
  readonly actors: readonly string[]
}

/** The audit log, newest first, with the names of what it is about. */
export function readActivity({ statements, column }: ReadOnlyFile, query: ActivityQuery): Activity {
  const { where, values } = conditions(query)
  const [total = 0] = column<number>(`SELECT count(*) FROM audit ${where}`, values)
  const page = statements.rows<Omit<AuditRow, 'name' | 'exists'>>(
    `SELECT id, at, actor, action, subject, detail FROM audit ${where} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  )
  return {
    total,
    rows: page.map(row => ({ ...row, ...named(statements, row.subject) })),
    actors: column<string>('SELECT DISTINCT actor FROM audit ORDER BY actor', []),
  }
}

/** First word of a subject → where its names stand. */
const names = {
  campaign: { table: 'campaigns', column: 'name', there: 'deleted_at IS NULL' },
  trunk: { table: 'trunks', column: 'name', there: '1' },
  number: { table: 'numbers', column: 'e164', there: '1' },
  agent: { table: 'agents', column: 'name', there: '1' },
  list: { table: 'lists', column: 'name', there: '1' },
  tag: { table: 'tags', column: 'name', there: '1' },
  segment: { table: 'segments', column: 'name', there: '1' },
  'business hours': { table: 'business_hours', column: 'name', there: '1' },
  job: { table: 'jobs', column: 'title', there: '1' },
} as const

function conditions({ search, kinds, actors, since, campaign }: ActivityQuery): {
  readonly where: string
  readonly values: SqlValue[]
} {
  const parts: string[] = []
  const values: SqlValue[] = []
  const add = (part: string, ...bound: readonly SqlValue[]) => {
    parts.push(part)
    values.push(...bound)
  }
  if (campaign !== undefined) add('subject = ?', `campaign ${campaign}`)
  if (since !== undefined) add('at >= ?', since)
  if (actors.length > 0) add(`actor IN (${marks(actors)})`, ...actors)
  const words = kinds.flatMap(kind => activityKinds[kind])
  if (words.length > 0) add(`substr(action, 1, instr(action, '.') - 1) IN (${marks(words)})`, ...words)
  const text = search.trim().toLowerCase()
  if (text !== '')
    add(
      `(instr(lower(detail), ?) > 0 OR instr(lower(actor), ?) > 0 OR subject IN (${namedLike}))`,
      text,
      text,
      ...Object.keys(names).map(() => text),
    )
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const namedLike = Object.entries(names)
  .map(
    ([kind, { table, column }]) =>
      `SELECT '${kind} ' || id FROM ${table} WHERE instr(lower(${column}), ?) > 0`,
  )
  .join(' UNION ALL ')

function named(
  statements: ReadOnlyFile['statements'],
  subject: string,
): { readonly name: string | null; readonly exists: 0 | 1 } {
  const [, kind = '', id = ''] = /^(.+) (\d+)$/.exec(subject) ?? []
  if (!Object.hasOwn(names, kind)) return { name: null, exists: 0 }
  const { table, column, there } = names[kind as keyof typeof names]
  return (
    statements.first<{ name: string; exists: 0 | 1 }>(
      `SELECT ${column} AS name, ${there} AS "exists" FROM ${table} WHERE id = ?`,
      Number(id),
    ) ?? { name: null, exists: 0 }
  )
}
