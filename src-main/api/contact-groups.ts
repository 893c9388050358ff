import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { ListId, SegmentId, TagId } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import { fromJson, toJson } from '../store/json.ts'
import { actor } from './actor.ts'
import { audited } from './audited.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { nameTaken, notFound, refused } from './refuse.ts'
import { removeGroup } from './remove-group.ts'
import type { Services } from './services.ts'

const os = implement(contract).$context<Services>()

type Group = 'lists' | 'segments' | 'tags'

/** Refuses a name that another one of its kind has. */
function mustBeFree({ statements }: Services, group: Group, name: string, id: number | undefined): void {
  const other = statements.first<{ id: number }>(`SELECT id FROM ${group} WHERE name = ?`, name)
  if (other !== undefined && other.id !== id) throw nameTaken(group.slice(0, -1), name)
}

export const lists = os.lists.router({
  all: os.lists.all.handler(({ context }) =>
    context.db
      .selectFrom('lists')
      .select(['id', 'name', 'notes', 'contacts', 'changed_at as changedAt'])
      .orderBy('name')
      .execute(),
  ),
  save: os.lists.save.handler(({ input: { id, opened, name, notes }, context }) =>
    context.change(async tx => {
      const { statements: sql, now } = context
      const before =
        id === undefined ? {} : sql.first<object>('SELECT name, notes FROM lists WHERE id = ?', id)
      if (id !== undefined && before === undefined) throw notFound('list', id)
      if (before) mustBeAsOpened('list', before, opened, { name, notes })
      mustBeFree(context, 'lists', name, id)
      if (id !== undefined)
        sql.run('UPDATE lists SET name = ?, notes = ?, changed_at = ? WHERE id = ?', name, notes, now(), id)
      const saved = (id ??
        sql.run(
          'INSERT INTO lists (name, notes, created_at, changed_at) VALUES (?, ?, ?, ?)',
          name,
          notes,
          now(),
          now(),
        ).id) as ListId
      const about = { action: id === undefined ? 'list.create' : 'list.edit', subject: `list ${saved}` }
      await audited(tx, about, before ?? {}, { name, notes }, now())
      return { id: saved }
    }),
  ),
  remove: os.lists.remove.handler(async ({ input: { id }, context }) => {
    const { name, notes = '' } = await context.change(tx => noteRemoval(context, tx, 'lists', id))
    return removeGroup(context, { do: 'remove_list', list: id, name, notes })
  }),
})

export const segments = os.segments.router({
  all: os.segments.all.handler(async ({ context }) => {
    const rows = await context.db.selectFrom('segments').selectAll().orderBy('name').execute()
    return rows.map(({ id, name, filter, revision, changed_at }) => ({
      id,
      name,
      filter: fromJson(filter),
      revision,
      changedAt: changed_at,
    }))
  }),
  save: os.segments.save.handler(({ input: { id, revision, name, filter }, context }) =>
    context.change(async tx => {
      const { statements: sql, now } = context
      mustBeFree(context, 'segments', name, id)
      const text = toJson(filter)
      if (id === undefined) {
        const added = sql.run(
          'INSERT INTO segments (name, filter, created_at, changed_at) VALUES (?, ?, ?, ?)',
          name,
          text,
          now(),
          now(),
        ).id as SegmentId
        await audited(
          tx,
          { action: 'segment.create', subject: `segment ${added}` },
          {},
          { name, filter },
          now(),
        )
        return { id: added, revision: 1 }
      }
      const row = sql.first<{ name: string; filter: string; revision: number }>(
        'SELECT name, filter, revision FROM segments WHERE id = ?',
        id,
      )
      if (row === undefined) throw notFound('segment', id)
      if (revision !== undefined && row.revision !== revision)
        throw segmentChanged(row, { name, filter: text })
      sql.run(
        'UPDATE segments SET name = ?, filter = ?, revision = revision + 1, changed_at = ? WHERE id = ?',
        name,
        text,
        now(),
        id,
      )
      const before = { name: row.name, filter: JSON.parse(row.filter) as object }
      await audited(tx, { action: 'segment.edit', subject: `segment ${id}` }, before, { name, filter }, now())
      return { id, revision: row.revision + 1 }
    }),
  ),
  remove: os.segments.remove.handler(async ({ input: { id }, context }) => {
    await context.change(async tx => {
      await noteRemoval(context, tx, 'segments', id)
      context.statements.run('DELETE FROM segments WHERE id = ?', id)
    })
    return {}
  }),
})

interface SavedSegment {
  readonly name: string
  /** As JSON. */
  readonly filter: string
}

function segmentChanged(theirs: SavedSegment & { readonly revision: number }, yours: SavedSegment) {
  const parts = (['name', 'filter'] as const).filter(part => theirs[part] !== yours[part])
  const value = (of: SavedSegment, part: 'name' | 'filter') =>
    part === 'name' ? of.name : JSON.parse(of.filter)
  return refused({
    code: 'changed_meanwhile',
    what: 'Somebody else saved this segment in the meantime. Nothing of yours was saved yet.',
    cure: 'Look at what they changed, choose, and save again.',
    revision: theirs.revision,
    changed: parts.map(field => ({ field, theirs: value(theirs, field), yours: value(yours, field) })),
  })
}

export const tags = os.tags.router({
  all: os.tags.all.handler(async ({ context, signal }) => [
    ...(await context.reads.ask('tagCounts', null, { signal })),
  ]),
  save: os.tags.save.handler(({ input: { id, name }, context }) =>
    context.change(async () => {
      const { statements: sql } = context
      const known = sql.first<{ id: TagId }>('SELECT id FROM tags WHERE name = ?', name)
      if (id === undefined)
        return { id: known?.id ?? (sql.run('INSERT INTO tags (name) VALUES (?)', name).id as TagId) }
      mustBeFree(context, 'tags', name, id)
      if (sql.run('UPDATE tags SET name = ? WHERE id = ?', name, id).changes === 0) throw notFound('tag', id)
      return { id }
    }),
  ),
  remove: os.tags.remove.handler(async ({ input: { id }, context }) => {
    const { name } = await context.change(tx => noteRemoval(context, tx, 'tags', id))
    return removeGroup(context, { do: 'remove_tag', tag: id, name })
  }),
})

/** Its place in the audit log; refuses where there is none. */
async function noteRemoval(
  { statements, now }: Services,
  tx: Parameters<typeof addAudit>[0],
  group: Group,
  id: number,
): Promise<{ readonly name: string; readonly notes?: string }> {
  const what = group.slice(0, -1)
  const row = statements.first<{ name: string; notes?: string }>(`SELECT * FROM ${group} WHERE id = ?`, id)
  if (row === undefined) throw notFound(what, id)
  const detail = { name: row.name }
  await addAudit(tx, { actor, action: `${what}.delete`, subject: `${what} ${id}`, detail }, now())
  return row
}
