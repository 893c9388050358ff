import type { Kysely } from 'kysely'
import type { Flow } from '../domain/flow.ts'
import type { AgentId, AgentVersionId, Instant, NumberId } from '../domain/ids.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'

/** An agent with its published version; one without is not listed, since it cannot take calls. */
export interface PublishedAgent {
  readonly id: AgentId
  readonly name: string
  readonly purpose: string
  readonly versionId: AgentVersionId
  readonly version: number
  readonly publishedAt: Instant
  readonly flow: Flow
  readonly campaigns: number
  /** Caller IDs that belong to it, in their order. */
  readonly numbers: readonly NumberId[]
}

export async function readAgents(db: Kysely<Tables>): Promise<readonly PublishedAgent[]> {
  const rows = await db
    .selectFrom('agents')
    .innerJoin('agent_versions', 'agent_versions.id', 'agents.published_version_id')
    .select(({ selectFrom }) => [
      'agents.id',
      'agents.name',
      'agents.notes',
      'agent_versions.id as version_id',
      'agent_versions.version',
      'agent_versions.published_at',
      'agent_versions.flow',
      selectFrom('campaigns')
        .innerJoin('agent_versions as used', 'used.id', 'campaigns.agent_version_id')
        .select(({ fn }) => fn.countAll<number>().as('campaigns'))
        .whereRef('used.agent_id', '=', 'agents.id')
        .where('campaigns.deleted_at', 'is', null)
        .as('campaigns'),
    ])
    .where('agents.active', '=', 1)
    .where('agents.deleted_at', 'is', null)
    .orderBy('agents.id')
    .execute()
  const numbers = Map.groupBy(await numberRows(db), ({ agent }) => agent)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    purpose: row.notes,
    versionId: row.version_id,
    version: row.version,
    publishedAt: row.published_at,
    flow: fromJson(row.flow),
    campaigns: row.campaigns ?? 0,
    numbers: (numbers.get(row.id) ?? []).map(({ number }) => number),
  }))
}

/** Caller IDs that belong to an agent, in their order. */
export async function numbersOfAgent(db: Kysely<Tables>, id: AgentId): Promise<readonly NumberId[]> {
  return (await numberRows(db)).filter(({ agent }) => agent === id).map(({ number }) => number)
}

export const numberRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('agent_numbers')
    .select(['agent_id as agent', 'number_id as number'])
    .orderBy('agent_id')
    .orderBy('position')
    .execute()
