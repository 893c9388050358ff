import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'

const words = text.settings.conflict

/** A value of a form in words, short enough for a cell. */
export function shownField(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return count(value)
  if (Array.isArray(value)) return listed(value)
  return typeof value === 'object' ? words.other : String(value)
}

/** Numbers and tags of a contact differ by what they say, not by how many there are. */
const listed = (list: readonly unknown[]): string => {
  if (list.length === 0) return words.none
  return list.every(one => typeof one === 'string') ? list.join(', ') : words.entries(list.length)
}
