import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What stands in the file, read by SQLite itself and not by the program; times in ms UTC, money in millionths. */
export interface RawRows {
  readonly calls: readonly RawCall[]
  readonly leads: readonly RawLead[]
  readonly contacts: readonly RawContact[]
  readonly campaigns: readonly RawCampaign[]
  readonly inLists: readonly { readonly list: number; readonly contact: number }[]
  readonly goals: readonly RawDefinition[]
  readonly questions: readonly RawDefinition[]
  /** What sources say of calls: goal outcomes and answers. */
  readonly outcomes: readonly Said[]
  readonly answers: readonly Said[]
}

export interface RawCall {
  readonly id: number
  readonly campaign: number
  readonly lead: number
  readonly contact: number
  readonly attempt: number
  readonly trunk: number
  readonly number: number
  readonly version: number
  readonly to: string
  readonly zones: readonly string[]
  readonly state: string
  readonly sentAt: number | null
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly pddMs: number | null
  readonly talkMs: number | null
  readonly result: string | null
  readonly optedOut: number
  readonly goal: string | null
  readonly cost: number
}

/** A call that is over, and whose INVITE left. */
export type EndedCall = RawCall & {
  readonly sentAt: number
  readonly endedAt: number
  readonly result: string
}

export interface RawLead {
  readonly id: number
  readonly campaign: number
  readonly contact: number
  readonly status: string
}
export interface RawContact {
  readonly id: number
  readonly name: string
}
export interface RawCampaign {
  readonly id: number
  readonly name: string
  readonly state: string
  readonly zone: string
  readonly deletedAt: number | null
}
export interface RawDefinition {
  readonly id: number
  readonly campaign: number
  readonly isPrimary: number
  readonly archivedAt: number | null
}
export interface Said {
  readonly call: number
  readonly of: number
  readonly source: 'supervisor' | 'flow' | 'rule' | 'model'
  readonly value: string
}

export function readRaw(dataDir: string): RawRows {
  const file = new Database(join(dataDir, 'workspace.db'), { readonly: true, fileMustExist: true })
  const rows = <T>(sql: string) => file.prepare(sql).all() as T[]
  try {
    return {
      calls: rows<RawCall & { readonly zones: never }>(
        `SELECT calls.id, campaign_id AS campaign, lead_id AS lead, contact_id AS contact, attempt, trunk_id AS trunk,
          number_id AS number, agent_version_id AS version, to_number AS "to", zones, state, sending_at AS sentAt,
          answered_at AS answeredAt, ended_at AS endedAt, pdd_ms AS pddMs, talk_ms AS talkMs, result, opted_out AS optedOut, goal,
          cost_micros AS cost
        FROM calls JOIN places ON places.id = place_id ORDER BY calls.id`,
      ).map(call => ({ ...call, zones: JSON.parse(call.zones) as readonly string[] })),
      leads: rows('SELECT id, campaign_id AS campaign, contact_id AS contact, status FROM leads'),
      contacts: rows('SELECT id, name FROM contacts'),
      campaigns: rows(
        `SELECT id, name, state, json_extract(schedule, '$.zone') AS zone, deleted_at AS deletedAt FROM campaigns`,
      ),
      inLists: rows('SELECT list_id AS list, contact_id AS contact FROM list_contacts'),
      goals: rows(
        `SELECT id, campaign_id AS campaign, is_primary AS isPrimary, archived_at AS archivedAt FROM goals`,
      ),
      questions: rows(
        `SELECT id, campaign_id AS campaign, 0 AS isPrimary, archived_at AS archivedAt FROM questions`,
      ),
      outcomes: rows('SELECT call_id AS call, goal_id AS "of", source, outcome AS value FROM goal_results'),
      answers: rows('SELECT call_id AS call, question_id AS "of", source, value FROM answers'),
    }
  } finally {
    file.close()
  }
}

export const isEnded = (call: RawCall): call is EndedCall => call.state === 'ended' && call.sentAt !== null
