import {
  type Condition,
  type FilterField,
  fieldKinds,
  type Operator,
} from '../../../src-main/contract/contact-fields.ts'
import { count } from '../../format/number.ts'
import { date } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { countOf, type FilterPart, isGroup } from './edit.ts'

const words = text.contactFilter
const mostNamed = 2

/** The name of one value of a choice: `Germany` for `DE`, the tag's name for its id. */
export type NameOf = (field: FilterField, value: string | number) => string

/** How a comparison is called beside this field: a date is "before", a number "at least". */
export const opWord = (field: FilterField, op: Operator): string =>
  field === 'custom'
    ? words.customOps[op as keyof typeof words.customOps]
    : words.ops[fieldKinds[field]][op as never]

/** A condition as a chip says it: `Country: Germany, Austria`, `Calls: at least 3`. */
export function conditionText(condition: Condition, nameOf: NameOf): string {
  const name = condition.field === 'custom' ? condition.key : words.fields[condition.field]
  if (!('value' in condition)) return condition.op === 'yes' ? name : words.not(name)
  const { op, value } = condition
  if (Array.isArray(value)) {
    const values = value as readonly (string | number)[]
    const named = values
      .slice(0, mostNamed)
      .map(one => nameOf(condition.field, one))
      .join(', ')
    const all = values.length > mostNamed ? words.andMore(named, values.length - mostNamed) : named
    return op === 'none_of' ? words.noneOf(name, all) : words.pair(name, all)
  }
  if (fieldKinds[condition.field] === 'date') return `${name}: ${dateText(op as Operator, value as number)}`
  const word = opWord(condition.field, op as Operator)
  if (op === 'empty' || op === 'not_empty') return `${name}: ${word}`
  return `${name}: ${word} ${typeof value === 'number' ? count(value) : `“${value}”`}`
}

function dateText(op: Operator, value: number): string {
  if (op === 'never' || op === 'ever') return words.ops.date[op]
  if (op === 'before' || op === 'from') return `${words.ops.date[op]} ${date(value)}`
  return words.days(op === 'within_days', value)
}

export function partText(part: FilterPart, nameOf: NameOf): string {
  if (!isGroup(part)) return conditionText(part, nameOf)
  const only = part.of[0]
  if (part.of.length === 1 && only) return partText(only, nameOf)
  return words.group(part.match, countOf(part))
}
