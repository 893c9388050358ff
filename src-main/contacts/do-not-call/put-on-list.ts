import type { E164 } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { holderOf } from '../write/contact-row.ts'
import { type By, note } from '../write/journal.ts'
import { type Suppression, suppressNumber } from '../write/suppress.ts'

/** Whether the number was not on the list so long before. Whoever it belongs to sees it in the history. */
export function putOnList(sql: Statements, number: E164, entry: Suppression, by: By): boolean {
  const listed = suppressNumber(sql, number, entry)
  if (listed === null) return false
  const holder = holderOf(sql, number)
  if (holder !== null) note(sql, holder.id, by, { is: 'do_not_call', reason: entry.reason })
  return true
}
