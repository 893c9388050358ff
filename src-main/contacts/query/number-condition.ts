import type { Condition } from '../../domain/contact-filter.ts'
import { ofLead } from './choice-condition.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { type Sql, sql } from './sql.ts'

export type NumberCondition = Extract<Condition, { field: 'calls' | 'conversations' | 'attempts' }>

export function numberMatching({ field, op, value }: NumberCondition, { campaign }: Asked): Matching {
  switch (field) {
    case 'attempts':
      return matching(compared(ofLead(campaign, 'attempts'), op, value))
    case 'calls':
      return ofCounter(sql`contacts.calls`, sql`contacts_by_calls`, op, value)
    case 'conversations':
      return ofCounter(sql`contacts.conversations`, sql`contacts_by_conversations`, op, value)
  }
}

const compared = (column: Sql, op: NumberCondition['op'], value: number): Sql =>
  op === 'at_least' ? sql`ifnull(${column} >= ${value}, 0)` : sql`ifnull(${column} <= ${value}, 0)`

/** Who was never called has none of either. */
function ofCounter(column: Sql, index: Sql, op: NumberCondition['op'], value: number): Matching {
  const where = compared(column, op, value)
  if (op === 'at_least')
    return value > 0
      ? matching(
          where,
          sql`SELECT id FROM contacts INDEXED BY ${index} WHERE calls > 0 AND ${column} >= ${value}`,
        )
      : matching(where)
  return matching(
    where,
    sql`SELECT id FROM contacts INDEXED BY contacts_never_called WHERE calls = 0
      UNION ALL SELECT id FROM contacts INDEXED BY ${index} WHERE calls > 0 AND ${column} <= ${value}`,
  )
}
