import { flowVariables } from '../../../domain/fill-text.ts'
import type { Flow } from '../../../domain/flow.ts'
import type { AgentId, CampaignId } from '../../../domain/ids.ts'
import { fromJson, type Json } from '../../../store/json.ts'
import type { ReadOnlyFile } from '../../../store/read-only-file.ts'
import type { ImportRow } from '../row/import-row.ts'

/** The agent of a campaign, and the fields that its sentences name. */
export interface AgentNeeds {
  readonly id: AgentId
  readonly name: string
  readonly version: number
  readonly keys: readonly string[]
  /** What it says where a contact has none. */
  readonly defaults: Readonly<Record<string, string>>
}

export interface Need {
  readonly key: string
  /** Rows that lack it. */
  readonly missing: number
  /** What is said instead; `null`: nothing. */
  readonly otherwise: string | null
}

/** `null`: the campaign has no agent yet. */
export function neededBy({ statements: sql }: ReadOnlyFile, campaign: CampaignId): AgentNeeds | null {
  const row = sql.first<{ id: AgentId; name: string; version: number; flow: Json<Flow> }>(
    `SELECT agents.id, agents.name, agent_versions.version, agent_versions.flow FROM campaigns
     JOIN agent_versions ON agent_versions.id = campaigns.agent_version_id
     JOIN agents ON agents.id = agent_versions.agent_id WHERE campaigns.id = ?`,
    campaign,
  )
  if (row === undefined) return null
  const flow = fromJson(row.flow)
  return { ...row, keys: [...flowVariables(flow)], defaults: flow.defaults ?? {} }
}

/** As the engine fills them: both stand for the contact's name. */
const isName = (key: string): boolean => key === 'name' || key === 'contact_name'

/** Counts row by row what an agent would miss. */
export function countNeeds(agent: Pick<AgentNeeds, 'keys' | 'defaults'> | null) {
  const keys = agent?.keys ?? []
  const missing = new Map(keys.map(key => [key, 0]))
  return {
    count: ({ name, fields }: Pick<ImportRow, 'name' | 'fields'>): void => {
      for (const key of keys) {
        const value = isName(key) ? name : Object.hasOwn(fields, key) ? fields[key] : ''
        if (!value) missing.set(key, (missing.get(key) ?? 0) + 1)
      }
    },
    all: (): readonly Need[] =>
      keys.map(key => ({
        key,
        missing: missing.get(key) ?? 0,
        otherwise: agent?.defaults[key] ?? null,
      })),
  }
}
