import { assertNever } from '../../domain/assert-never.ts'
import { type Condition, type ContactFilter, fieldKinds } from '../../domain/contact-filter.ts'
import { type ChoiceCondition, choiceMatching } from './choice-condition.ts'
import { customMatching } from './custom-condition.ts'
import { type DateCondition, dateMatching } from './date-condition.ts'
import { type FlagCondition, flagMatching } from './flag-condition.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { type NumberCondition, numberMatching } from './number-condition.ts'
import { allOf, anyOf, joined } from './sql.ts'
import { type TextCondition, textMatching } from './text-condition.ts'

/** A filter as SQL. One without conditions lets everybody through. */
export function filterMatching({ match, of }: ContactFilter, asked: Asked): Matching {
  const parts = of.map(each =>
    'match' in each ? filterMatching(each, asked) : conditionMatching(each, asked),
  )
  return match === 'all' ? everyOf(parts) : parts.length === 0 ? everyOf(parts) : oneOf(parts)
}

/** All must match: to look at those of one source is enough. */
export const everyOf = (parts: readonly Matching[]): Matching => ({
  where: allOf(parts.map(({ where }) => where)),
  sources: parts.flatMap(({ sources }) => sources),
})

/** One must match: every part has to have a source. */
function oneOf(parts: readonly Matching[]): Matching {
  const where = anyOf(parts.map(part => part.where))
  const sources = parts.flatMap(part => part.sources[0] ?? [])
  return sources.length === parts.length ? matching(where, joined(sources, '\n UNION ALL ')) : matching(where)
}

function conditionMatching(condition: Condition, asked: Asked): Matching {
  if (condition.field === 'custom') return customMatching(condition)
  const kind = fieldKinds[condition.field]
  switch (kind) {
    case 'text':
      return textMatching(condition as TextCondition)
    case 'choice':
      return choiceMatching(condition as ChoiceCondition, asked)
    case 'number':
      return numberMatching(condition as NumberCondition, asked)
    case 'date':
      return dateMatching(condition as DateCondition, asked)
    case 'flag':
      return flagMatching(condition as FlagCondition, asked)
    default:
      return assertNever(kind)
  }
}
