import type { Generated } from 'kysely'
import type { Flow } from '../../domain/flow.ts'
import type { AgentId, AgentVersionId, Instant, NumberId } from '../../domain/ids.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

export interface AgentsTable {
  readonly id: RowId<AgentId>
  name: string
  notes: Generated<string>
  active: Generated<Flag>
  draft: Json<Flow>
  published_version_id: AgentVersionId | null
  /** Of name, notes and whether it is active. */
  revision: Generated<number>
  draft_revision: Generated<number>
  readonly created_at: Instant
  /** Of the draft. */
  changed_at: Instant
  /** Calls keep its name and versions. */
  deleted_at: Instant | null
}

/** Published flows; never changed afterwards. */
export interface AgentVersionsTable {
  readonly id: RowId<AgentVersionId>
  readonly agent_id: AgentId
  readonly version: number
  readonly flow: Json<Flow>
  readonly published_at: Instant
}

/** Caller IDs that belong to an agent, in their order: what a new campaign with it shows. */
export interface AgentNumbersTable {
  readonly agent_id: AgentId
  readonly number_id: NumberId
  position: number
}
