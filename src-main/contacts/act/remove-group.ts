import type { Instant } from '../../domain/ids.ts'
import type { GroupRemoval } from '../../domain/job.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { PrepareAct } from './act.ts'
import { actLists, actTags } from './group-acts.ts'

/** Out of a list that goes when all are out. After a crash it may have gone already. */
export const actRemoveList: PrepareAct<'remove_list'> = (sql, { list }) =>
  isThere(sql, 'lists', list) ? actLists(sql, { do: 'remove_from_list', list }) : () => GONE

export const actRemoveTag: PrepareAct<'remove_tag'> = (sql, { tag }) =>
  isThere(sql, 'tags', tag) ? actTags(sql, { do: 'remove_tags', tags: [tag] }) : () => GONE

const GONE = 'was deleted meanwhile'

/** Who came in meanwhile is out with it. */
export function removeGroup(sql: Statements, removal: GroupRemoval): void {
  if (removal.do === 'remove_list') sql.run('DELETE FROM lists WHERE id = ?', removal.list)
  else sql.run('DELETE FROM tags WHERE id = ?', removal.tag)
}

/** As it was, for those who go back into it; nothing happens where it is there. */
export function bringGroupBack(sql: Statements, removal: GroupRemoval, at: Instant): void {
  if (removal.do === 'remove_list')
    sql.run(
      'INSERT OR IGNORE INTO lists (id, name, notes, created_at, changed_at) VALUES (?, ?, ?, ?, ?)',
      removal.list,
      removal.name,
      removal.notes,
      at,
      at,
    )
  else sql.run('INSERT OR IGNORE INTO tags (id, name) VALUES (?, ?)', removal.tag, removal.name)
}

/** Why a group cannot come back, in words; `null`: it can. */
export function groupMayNotReturn({ statements }: ReadOnlyFile, removal: GroupRemoval): string | null {
  const [table, what] = removal.do === 'remove_list' ? ['lists', 'list'] : ['tags', 'tag']
  const namesake = statements.first(`SELECT 1 FROM ${table} WHERE name = ?`, removal.name)
  return namesake === undefined ? null : `Another ${what} is called “${removal.name}” now.`
}

const isThere = (sql: Statements, table: 'lists' | 'tags', id: number): boolean =>
  sql.first(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined
