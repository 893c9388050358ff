import type { Services } from './services.ts'

/** So many rows take a few milliseconds: between two transactions calls have their turn. */
export const ROWS_AT_ONCE = 500

/** Away with all rows of a group, part by part; where it breaks off, doing it again goes on. */
export async function removeInTurns(
  { change, statements }: Pick<Services, 'change' | 'statements'>,
  table: 'list_contacts' | 'contact_tags',
  column: 'list_id' | 'tag_id',
  id: number,
): Promise<void> {
  const removeSome = () =>
    change(
      async () =>
        statements.run(
          `DELETE FROM ${table} WHERE ${column} = ? AND contact_id IN (
             SELECT contact_id FROM ${table} WHERE ${column} = ? LIMIT ${ROWS_AT_ONCE})`,
          id,
          id,
        ).changes,
    )
  while ((await removeSome()) === ROWS_AT_ONCE) await new Promise(resolve => setImmediate(resolve))
}
