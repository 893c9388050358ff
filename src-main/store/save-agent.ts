import type { Kysely } from 'kysely'
import type { Flow } from '../domain/flow.ts'
import type { AgentId, AgentVersionId, Instant, NumberId } from '../domain/ids.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface NewAgent {
  readonly name: string
  /** One sentence: what it does on a call. */
  readonly purpose: string
  readonly flow: Flow
}

/** A new agent with its first version published. To be called within a transaction. */
export async function createAgent(
  db: Kysely<Tables>,
  agent: NewAgent,
  now: Instant,
): Promise<{ readonly id: AgentId; readonly version: AgentVersionId }> {
  const flow = toJson(agent.flow)
  const { id } = await db
    .insertInto('agents')
    .values({ name: agent.name, notes: agent.purpose, draft: flow, created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: version } = await db
    .insertInto('agent_versions')
    .values({ agent_id: id, version: 1, flow, published_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('agents').set({ published_version_id: version }).where('id', '=', id).execute()
  return { id, version }
}

/** The whole list, in its order. To be called within a transaction. */
export async function setAgentNumbers(
  db: Kysely<Tables>,
  agent: AgentId,
  numbers: readonly NumberId[],
): Promise<void> {
  await db.deleteFrom('agent_numbers').where('agent_id', '=', agent).execute()
  if (numbers.length === 0) return
  await db
    .insertInto('agent_numbers')
    .values(numbers.map((number, position) => ({ agent_id: agent, number_id: number, position })))
    .execute()
}
