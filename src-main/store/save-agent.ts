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
  const id = await createDraftAgent(db, agent, now)
  const { id: version } = await addVersion(db, id, agent.flow, now)
  return { id, version }
}

/** A new agent that was not published yet. To be called within a transaction. */
export async function createDraftAgent(
  db: Kysely<Tables>,
  { name, purpose, flow }: NewAgent,
  now: Instant,
): Promise<AgentId> {
  const { id } = await db
    .insertInto('agents')
    .values({ name, notes: purpose, draft: toJson(flow), created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The next version, which new campaigns take from now on. To be called within a transaction. */
export async function addVersion(
  db: Kysely<Tables>,
  agent: AgentId,
  flow: Flow,
  now: Instant,
): Promise<{ readonly id: AgentVersionId; readonly version: number }> {
  const last = await db
    .selectFrom('agent_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('agent_id', '=', agent)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const { id } = await db
    .insertInto('agent_versions')
    .values({ agent_id: agent, version, flow: toJson(flow), published_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('agents').set({ published_version_id: id }).where('id', '=', agent).execute()
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
