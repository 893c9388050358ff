import { assertNever } from '../../domain/assert-never.ts'
import type { Condition } from '../../domain/contact-filter.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { not, type Sql, sql } from './sql.ts'

export type DateCondition = Extract<Condition, { field: 'lastCalled' | 'added' | 'nextAttempt' }>

const DAY = 86_400_000

export function dateMatching({ field, op, value }: DateCondition, { now, campaign }: Asked): Matching {
  const column = columns[field](campaign)
  const where = compared(column, op, value, now)
  const range = ranges[op]
  if (field === 'nextAttempt') return matching(where)
  if (field === 'added')
    return range
      ? matching(where, sql`SELECT id FROM contacts INDEXED BY contacts_by_added WHERE ${where}`)
      : matching(where)
  if (op === 'never')
    return matching(where, sql`SELECT id FROM contacts INDEXED BY contacts_never_called WHERE calls = 0`)
  return range
    ? matching(
        where,
        sql`SELECT id FROM contacts INDEXED BY contacts_by_last_called WHERE calls > 0 AND ${where}`,
      )
    : matching(where)
}

const columns: Readonly<Record<DateCondition['field'], (campaign: Asked['campaign']) => Sql>> = {
  lastCalled: () => sql`contacts.last_called_at`,
  added: () => sql`contacts.created_at`,
  nextAttempt: campaign =>
    campaign === null ? sql`NULL` : sql`CASE leads.status WHEN 'retry' THEN leads.ready_at END`,
}

/** Whether what fits stands together in an index. */
const ranges: Readonly<Record<DateCondition['op'], boolean>> = {
  within_days: true,
  not_within_days: false,
  before: true,
  from: true,
  never: false,
  ever: false,
}

function compared(column: Sql, op: DateCondition['op'], value: number, now: number): Sql {
  const since = now - value * DAY
  switch (op) {
    case 'within_days':
      return sql`(${column} IS NOT NULL AND ${column} >= ${since})`
    case 'not_within_days':
      return not(sql`${column} IS NOT NULL AND ${column} >= ${since}`)
    case 'before':
      return sql`(${column} IS NOT NULL AND ${column} < ${value})`
    case 'from':
      return sql`(${column} IS NOT NULL AND ${column} >= ${value})`
    case 'never':
      return sql`${column} IS NULL`
    case 'ever':
      return sql`${column} IS NOT NULL`
    default:
      return assertNever(op)
  }
}
