import type { Condition, operators } from '../../domain/contact-filter.ts'
import { nameKey } from '../../domain/name-key.ts'
import { type Matching, matching } from './matching.ts'
import { anyOf, not, type Sql, sql } from './sql.ts'
import { writtenNumber } from './written-number.ts'

export type TextOperator = (typeof operators.text)[number]
export type TextCondition = Extract<Condition, { field: 'name' | 'phone' }>

export const textMatching = ({ field, op, value }: TextCondition): Matching =>
  field === 'name' ? nameMatching(op, value) : phoneMatching(op, value)

/** Over a text without case and accents, with a value of the same kind. */
export const comparedKey = {
  contains: (text, key) => sql`instr(${text}, ${key}) > 0`,
  contains_not: (text, key) => sql`instr(${text}, ${key}) = 0`,
  begins: (text, key) => sql`instr(${text}, ${key}) = 1`,
  is: (text, key) => sql`${text} = ${key}`,
  is_not: (text, key) => sql`${text} <> ${key}`,
  empty: text => sql`${text} = ''`,
  not_empty: text => sql`${text} <> ''`,
} as const satisfies Record<TextOperator, (text: Sql, key: string) => Sql>

function nameMatching(op: TextOperator, value: string): Matching {
  const key = op === 'empty' ? '' : nameKey(value)
  const where = comparedKey[op](sql`contacts.name_key`, key)
  if (op === 'is' || op === 'empty')
    return matching(where, sql`SELECT id FROM contacts WHERE name_key = ${key}`)
  return op === 'begins' ? matching(where, keysFrom(key)) : matching(where)
}

const keysFrom = (key: string): Sql =>
  sql`SELECT id FROM contacts WHERE name_key >= ${key} AND name_key < ${`${key}\u{10FFFF}`}`

function phoneMatching(op: TextOperator, value: string): Matching {
  switch (op) {
    case 'empty':
      return matching(sql`contacts.phone IS NULL`, sql`SELECT id FROM contacts WHERE phone IS NULL`)
    case 'not_empty':
      return matching(sql`contacts.phone IS NOT NULL`)
    case 'contains_not':
      return matching(not(phoneMatching('contains', value).where))
    case 'is_not':
      return matching(not(phoneMatching('is', value).where))
    default:
      return numberMatching(op, value)
  }
}

function numberMatching(op: 'contains' | 'begins' | 'is', value: string): Matching {
  const number = writtenNumber(value)
  if (number === null) return matching(sql`0`, sql`SELECT id FROM contacts WHERE 0`)
  const { digits, international } = number
  const e164 = `+${digits}`
  if (op === 'is')
    return international
      ? ofNumbers(phone => sql`${phone} = ${e164}`, true)
      : ofNumbers(phone => sql`substr(${phone}, ${-digits.length}) = ${digits}`, false)
  return op === 'begins' || international
    ? ofNumbers(phone => sql`${phone} >= ${e164} AND ${phone} < ${`${e164}:`}`, true)
    : ofNumbers(phone => sql`instr(${phone}, ${digits}) > 0`, false)
}

/** The first number or a further one. */
function ofNumbers(fits: (phone: Sql) => Sql, byIndex: boolean): Matching {
  const where = anyOf([
    sql`ifnull(${fits(sql`contacts.phone`)}, 0)`,
    sql`EXISTS (SELECT 1 FROM further_phones WHERE contact_id = contacts.id AND ${fits(sql`further_phones.phone`)})`,
  ])
  const source = sql`SELECT id FROM contacts WHERE ${fits(sql`phone`)}
    UNION ALL SELECT contact_id FROM further_phones WHERE ${fits(sql`phone`)}`
  return byIndex ? matching(where, source) : matching(where)
}
