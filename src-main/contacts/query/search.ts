import type { TagId } from '../../domain/ids.ts'
import { nameKey } from '../../domain/name-key.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { choiceMatching } from './choice-condition.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { anyOf, sql } from './sql.ts'
import { textMatching } from './text-condition.ts'
import { writtenNumber } from './written-number.ts'

/** What somebody types into the search of a table. */
export type Search =
  | { readonly is: 'nothing' }
  /** All that begin so; without case and accents. */
  | { readonly is: 'tag'; readonly key: string }
  /** Part of a name; with `number` or part of a number. */
  | { readonly is: 'words'; readonly key: string; readonly number: string | null }

/** Fewer digits are part of every number. */
const FEWEST_DIGITS = 2

export function readSearch(text: string): Search {
  const key = nameKey(text)
  if (key === '') return { is: 'nothing' }
  if (key.startsWith('#')) return { is: 'tag', key: key.slice(1).trim() }
  const number = writtenNumber(text)
  const isNumber = number !== null && (number.international || number.digits.length >= FEWEST_DIGITS)
  return { is: 'words', key, number: isNumber ? text : null }
}

export function searchMatching(file: ReadOnlyFile, search: Search, asked: Asked): Matching {
  switch (search.is) {
    case 'nothing':
      return matching(sql`1`)
    case 'tag':
      return choiceMatching({ field: 'tag', op: 'one_of', value: tagsFrom(file, search.key) }, asked)
    case 'words': {
      const byName = textMatching({ field: 'name', op: 'contains', value: search.key })
      if (search.number === null) return byName
      const byNumber = textMatching({ field: 'phone', op: 'contains', value: search.number })
      return matching(anyOf([byName.where, byNumber.where]))
    }
  }
}

const tagsFrom = (file: ReadOnlyFile, key: string): readonly TagId[] =>
  file.statements
    .rows<{ id: TagId; name: string }>('SELECT id, name FROM tags')
    .filter(({ name }) => nameKey(name).startsWith(key))
    .map(({ id }) => id)
