import type { Kysely } from 'kysely'
import type { AgentId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** The agent that has this name, whatever its case; deleted ones have given theirs back. */
export const agentNamed = (db: Kysely<Tables>, name: string): Promise<{ readonly id: AgentId } | undefined> =>
  db
    .selectFrom('agents')
    .select('id')
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

const longest = 80

/** `Clara (copy)`, `Clara (copy 2)` … */
export async function freeAgentName(db: Kysely<Tables>, name: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? ' (copy)' : ` (copy ${copy})`
    const candidate = `${name.slice(0, longest - suffix.length)}${suffix}`
    if ((await agentNamed(db, candidate)) === undefined) return candidate
  }
}
