import { assertNever } from '../../domain/assert-never.ts'
import type { Condition } from '../../domain/contact-filter.ts'
import { fieldDate, fieldNumber } from '../../domain/field-value.ts'
import { nameKey } from '../../domain/name-key.ts'
import { type Matching, matching } from './matching.ts'
import { type Sql, sql } from './sql.ts'
import { comparedKey } from './text-condition.ts'

export type CustomCondition = Extract<Condition, { field: 'custom' }>

/** A field that a contact does not have counts as empty. */
export function customMatching({ key, op, value }: CustomCondition): Matching {
  const text = customField(key)
  switch (op) {
    case 'at_least':
    case 'at_most': {
      const bound = fieldNumber(value)
      const compared = op === 'at_least' ? sql`>= ${bound}` : sql`<= ${bound}`
      return matching(sql`ifnull(field_number(${text}) ${compared}, 0)`)
    }
    case 'before':
    case 'from': {
      const bound = fieldDate(value)
      const compared = op === 'before' ? sql`< ${bound}` : sql`>= ${bound}`
      return matching(sql`ifnull(field_date(${text}) ${compared}, 0)`)
    }
    case 'empty':
    case 'not_empty':
      return matching(comparedKey[op](text))
    case 'contains':
    case 'contains_not':
    case 'begins':
    case 'is':
    case 'is_not':
      return matching(comparedKey[op](sql`name_key(${text})`, nameKey(value)))
    default:
      return assertNever(op)
  }
}

/** The text of one custom field; empty where the contact has none. */
export const customField = (key: string): Sql =>
  plainKey.test(key)
    ? sql`ifnull(json_extract(contacts.fields, ${`$."${key}"`}), '')`
    : sql`ifnull((SELECT value FROM json_each(contacts.fields) WHERE key = ${key}), '')`

// In a path quotes and escapes have no certain meaning.
const plainKey = /^[^"\\\p{Cc}]+$/u
