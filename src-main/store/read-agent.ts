import type { Kysely } from 'kysely'
import type { CampaignStateName } from '../domain/campaign-state.ts'
import type { Flow } from '../domain/flow.ts'
import { flowChanges, isChanged } from '../domain/flow-edit/flow-changes.ts'
import type { AgentId, AgentVersionId, CampaignId, Instant, NumberId } from '../domain/ids.ts'
import { fromJson } from './json.ts'
import { numberRows } from './read-agents.ts'
import type { Tables } from './tables.ts'

/** An agent in whatever state, with its draft. */
export interface StoredAgent {
  readonly id: AgentId
  readonly name: string
  readonly purpose: string
  readonly active: boolean
  /** Of name, purpose and whether it is active. */
  readonly revision: number
  readonly draft: { readonly flow: Flow; readonly revision: number; readonly savedAt: Instant }
  readonly published: AgentVersion | null
}

export interface AgentVersion {
  readonly version: number
  readonly publishedAt: Instant
  readonly flow: Flow
}

/** Every agent that was not deleted, in the order in which they were made. */
export async function readStoredAgents(db: Kysely<Tables>, id?: AgentId): Promise<readonly StoredAgent[]> {
  const rows = await db
    .selectFrom('agents')
    .leftJoin('agent_versions', 'agent_versions.id', 'agents.published_version_id')
    .selectAll('agents')
    .select(['agent_versions.version', 'agent_versions.published_at', 'agent_versions.flow'])
    .where('deleted_at', 'is', null)
    .$if(id !== undefined, query => query.where('agents.id', '=', id as AgentId))
    .orderBy('agents.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    purpose: row.notes,
    active: row.active === 1,
    revision: row.revision,
    draft: { flow: fromJson(row.draft), revision: row.draft_revision, savedAt: row.changed_at },
    published:
      row.version === null || row.published_at === null || row.flow === null
        ? null
        : { version: row.version, publishedAt: row.published_at, flow: fromJson(row.flow) },
  }))
}

/** Something else would be published than what is. */
export const hasChanges = ({ draft, published }: Pick<StoredAgent, 'draft' | 'published'>): boolean =>
  published === null || isChanged(flowChanges(published.flow, draft.flow))

/** Caller IDs by agent, each list in its order. */
export async function readAgentNumbers(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<AgentId, readonly NumberId[]>> {
  const byAgent = Map.groupBy(await numberRows(db), ({ agent }) => agent)
  return new Map([...byAgent].map(([agent, rows]) => [agent, rows.map(({ number }) => number)]))
}

export interface VersionInUse {
  readonly agent: AgentId
  readonly id: AgentVersionId
  readonly version: number
  readonly publishedAt: Instant
  readonly campaigns: readonly {
    readonly id: CampaignId
    readonly name: string
    readonly state: CampaignStateName
  }[]
}

/** Versions, newest first, with the campaigns that stay on each. */
export async function readVersions(db: Kysely<Tables>, agent?: AgentId): Promise<readonly VersionInUse[]> {
  const versions = await db
    .selectFrom('agent_versions')
    .select(['agent_id as agent', 'id', 'version', 'published_at as publishedAt'])
    .$if(agent !== undefined, query => query.where('agent_id', '=', agent as AgentId))
    .orderBy('agent_id')
    .orderBy('version', 'desc')
    .execute()
  const campaigns = await db
    .selectFrom('campaigns')
    .select(['id', 'name', 'state', 'agent_version_id as version'])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  const users = Map.groupBy(campaigns, campaign => campaign.version)
  return versions.map(version => ({
    ...version,
    campaigns: (users.get(version.id) ?? []).map(({ id, name, state }) => ({ id, name, state })),
  }))
}

/** `null`: it has no such version. */
export async function readVersionFlow(
  db: Kysely<Tables>,
  agent: AgentId,
  version: number,
): Promise<Flow | null> {
  const row = await db
    .selectFrom('agent_versions')
    .select('flow')
    .where('agent_id', '=', agent)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : fromJson(row.flow)
}
