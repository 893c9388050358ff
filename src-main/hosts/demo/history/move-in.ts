import { Kysely } from 'kysely'
import type { Instant, TrunkId } from '../../../domain/ids.ts'
import type { AuditEntry } from '../../../engine/ports/transaction.ts'
import { addAudit } from '../../../store/audit.ts'
import { fromJson, type Json } from '../../../store/json.ts'
import { openSqliteFile } from '../../../store/sqlite-file.ts'
import type { Tables } from '../../../store/tables.ts'
import type { ThreadTurn } from '../../../store/write-turn.ts'

/** Whether a table moves in as it is, under its ids. The others are filled by triggers, by the rest of this, or by nobody. */
const moves = {
  places: true,
  contacts: true,
  contact_changes: true,
  agents: true,
  agent_versions: true,
  numbers: true,
  number_days: true,
  campaigns: true,
  campaign_trunks: true,
  campaign_numbers: true,
  campaign_hours: true,
  goals: true,
  questions: true,
  leads: true,
  calls: true,
  call_events: true,
  call_traces: true,
  goal_results: true,
  answers: true,
  suppressions: true,
  rule_sets: true,
  decisions: true,
  notices: true,
  campaign_totals: false,
  call_sums: false,
  call_quarters: false,
  goal_counts: false,
  lead_counts: false,
  lead_queue: false,
  audit: false,
  trunks: false,
  used_trunks: false,
  settings: false,
  agent_numbers: false,
  business_hours: false,
  further_phones: false,
  consents: false,
  lists: false,
  list_contacts: false,
  tags: false,
  contact_tags: false,
  segments: false,
  jobs: false,
  import_mappings: false,
  blocked_prefixes: false,
  blocked_countries: false,
  test_calls: false,
} as const satisfies Record<keyof Tables, boolean>

const moved = Object.entries(moves).flatMap(([table, does]) => (does ? [table] : []))

/** Where somebody has begun already, ids and names would clash. */
const mustBeEmpty = ['campaigns', 'contacts', 'agents', 'numbers'] as const
export type Begun = (typeof mustBeEmpty)[number]

export interface MoveInOptions {
  /** Database of the workspace; others have it open and write it in their turn. */
  readonly file: string
  /** Database of the history. */
  readonly from: string
  readonly practiceTrunk: TrunkId
  readonly turn: ThreadTurn
}

/**
 * A history into a workspace in which nothing was begun but its practice trunk: all of it in one transaction, or nothing.
 * @returns what the workspace has of its own, which keeps the history out; `null`: it moved in
 */
export async function moveIn({ file, from, practiceTrunk, turn }: MoveInOptions): Promise<Begun | null> {
  const sqlite = openSqliteFile(file)
  const { statements } = sqlite
  const db = new Kysely<Tables>({ dialect: sqlite.dialect })
  try {
    statements.run('ATTACH ? AS played', from)
    turn.take()
    try {
      const begun = await db.transaction().execute(async tx => {
        const own = mustBeEmpty.find(table => statements.first(`SELECT 1 FROM main.${table}`) !== undefined)
        if (own !== undefined) return own
        // Agents and their versions know each other.
        sqlite.pragma('defer_foreign_keys = ON')
        for (const table of moved) statements.run(`INSERT INTO main.${table} SELECT * FROM played.${table}`)
        statements.run(
          'UPDATE main.trunks SET rates = (SELECT rates FROM played.trunks WHERE id = ?) WHERE id = ?',
          practiceTrunk,
          practiceTrunk,
        )
        // Each row of the log holds the hash of the row before.
        for (const { at, actor, action, subject, detail } of statements.rows<AuditRow>(
          'SELECT at, actor, action, subject, detail FROM played.audit ORDER BY id',
        ))
          await addAudit(tx, { actor, action, subject, detail: fromJson(detail) }, at)
        return null
      })
      // What was written goes into the file here, and not with the next commit of a call.
      sqlite.pragma('wal_checkpoint(PASSIVE)')
      return begun
    } finally {
      turn.give()
    }
  } finally {
    await db.destroy()
  }
}

interface AuditRow extends Omit<AuditEntry, 'detail'> {
  readonly at: Instant
  readonly detail: Json<AuditEntry['detail']>
}
