import type { Kysely } from 'kysely'
import type { NumberId } from '../domain/ids.ts'
import type { Tables } from '../store/tables.ts'
import { notFound, refused } from './refuse.ts'

/** Each of a list of caller IDs is there, once; they may have been removed since the form was opened. */
export async function checkNumbers(db: Kysely<Tables>, ids: readonly NumberId[]): Promise<void> {
  if (ids.length === 0) return
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined)
    throw refused({
      code: 'number_twice',
      field: 'numbers',
      what: 'A caller number stands twice in the list.',
      cure: 'Remove one of the two.',
    })
  const rows = await db.selectFrom('numbers').select('id').where('id', 'in', ids).execute()
  const known = new Set(rows.map(({ id }) => id))
  const unknown = ids.find(id => !known.has(id))
  if (unknown !== undefined) throw notFound('number', unknown)
}
