import type { ContactChange } from '../../domain/contact-change.ts'
import type { ListId, TagId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { JobRefused } from '../job-work.ts'
import type { ContactRow } from '../write/contact-row.ts'
import { type By, note, noteEdit } from '../write/journal.ts'
import { addTags, removeTags, type Tag } from '../write/set-tags.ts'
import type { PrepareAct } from './act.ts'

export const actTags: PrepareAct<'add_tags' | 'remove_tags'> = (sql, action) => {
  const tags = knownTags(sql, action.tags)
  const [change, left] =
    action.do === 'add_tags' ? [addTags, 'had it already'] : ([removeTags, 'did not have it'] as const)
  return ({ id }, by) => {
    const changes = change(sql, id, tags)
    noteEdit(sql, id, by, changes)
    return changes.length > 0 ? null : left
  }
}

function knownTags(sql: Statements, ids: readonly TagId[]): readonly Tag[] {
  const tags = ids.flatMap(id => sql.first<Tag>('SELECT id, name FROM tags WHERE id = ?', id) ?? [])
  if (tags.length === 0) throw new JobRefused('The tag was deleted.')
  return tags
}

export const actLists: PrepareAct<'add_to_list' | 'remove_from_list'> = (sql, action) => {
  const list = sql.first<{ id: ListId; name: string }>('SELECT id, name FROM lists WHERE id = ?', action.list)
  if (list === undefined) throw new JobRefused('The list was deleted.')
  const { statement, is, left } = listSteps[action.do]
  return ({ id }: ContactRow, by: By) => {
    if (sql.run(statement, list.id, id).changes === 0) return left
    note(sql, id, by, { is, list: list.id, name: list.name } satisfies ContactChange)
    return null
  }
}

const listSteps = {
  add_to_list: {
    statement: 'INSERT OR IGNORE INTO list_contacts (list_id, contact_id) VALUES (?, ?)',
    is: 'listed',
    left: 'is in the list already',
  },
  remove_from_list: {
    statement: 'DELETE FROM list_contacts WHERE list_id = ? AND contact_id = ?',
    is: 'unlisted',
    left: 'is not in the list',
  },
} as const
