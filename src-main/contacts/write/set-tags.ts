import type { ContactChange } from '../../domain/contact-change.ts'
import type { ContactId, TagId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'

export interface Tag {
  readonly id: TagId
  readonly name: string
}

/** A tag of that name, whatever its case; made where there is none. */
export function tagNamed(sql: Statements, name: string): Tag {
  const known = sql.first<Tag>('SELECT id, name FROM tags WHERE name = ?', name)
  return known ?? { id: sql.run('INSERT INTO tags (name) VALUES (?)', name).id as TagId, name }
}

export const tagsOf = (sql: Statements, contact: ContactId): readonly Tag[] =>
  sql.rows<Tag>(
    `SELECT tags.id, tags.name FROM contact_tags JOIN tags ON tags.id = tag_id WHERE contact_id = ? ORDER BY tags.name`,
    contact,
  )

/** @returns what changed: nothing for tags that it had */
export const addTags = (
  sql: Statements,
  contact: ContactId,
  tags: readonly Tag[],
): readonly ContactChange[] =>
  tags
    .filter(
      ({ id }) =>
        sql.run('INSERT OR IGNORE INTO contact_tags (tag_id, contact_id) VALUES (?, ?)', id, contact)
          .changes > 0,
    )
    .map(({ id, name }) => ({ is: 'tagged', tag: id, name }))

export const removeTags = (
  sql: Statements,
  contact: ContactId,
  tags: readonly Tag[],
): readonly ContactChange[] =>
  tags
    .filter(
      ({ id }) =>
        sql.run('DELETE FROM contact_tags WHERE tag_id = ? AND contact_id = ?', id, contact).changes > 0,
    )
    .map(({ id, name }) => ({ is: 'untagged', tag: id, name }))

/** Exactly these from now on. */
export function setTags(
  sql: Statements,
  contact: ContactId,
  names: readonly string[],
): readonly ContactChange[] {
  const wanted = names.map(name => tagNamed(sql, name))
  const ids = new Set(wanted.map(({ id }) => id))
  const gone = tagsOf(sql, contact).filter(({ id }) => !ids.has(id))
  return [...addTags(sql, contact, wanted), ...removeTags(sql, contact, gone)]
}
