import type { TagId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

export interface TagCount {
  readonly id: TagId
  readonly name: string
  readonly contacts: number
}

/** Most used first. */
export const tagCounts = ({ statements }: ReadOnlyFile, _of: null): readonly TagCount[] =>
  statements.rows<TagCount>(
    `SELECT tags.id, tags.name, ifnull(used.contacts, 0) AS contacts FROM tags
     LEFT JOIN (SELECT tag_id, count(*) AS contacts FROM contact_tags GROUP BY tag_id) AS used ON used.tag_id = tags.id
     ORDER BY contacts DESC, tags.name`,
  )
