import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { LeadStatus } from '../../../src-main/domain/lead.ts'
import type { CallRecord } from '../../../src-main/hosts/rehearsal/judge.ts'

export interface End {
  readonly state: string
  readonly calls: readonly CallRecord[]
  readonly leads: readonly { readonly number: string; readonly status: LeadStatus }[]
}

/** What stands in the file, read by SQLite itself and not by the program. */
export function readEnd(dataDir: string): End {
  const db = new Database(join(dataDir, 'workspace.db'), { readonly: true, fileMustExist: true })
  try {
    const { state } = db.prepare('SELECT state FROM campaigns').get() as { state: string }
    const calls = db
      .prepare(
        `SELECT sip_call_id AS sipCallId, to_number AS number, state, result, sending_at AS sentAt, answered_at AS answeredAt,
          ifnull((SELECT group_concat(json_extract(event, '$.key'), '') FROM (
            SELECT event FROM call_events WHERE call_id = calls.id AND kind = 'key_pressed' ORDER BY seq)), '') AS keys
        FROM calls ORDER BY id`,
      )
      .all() as CallRecord[]
    const leads = db
      .prepare('SELECT phone AS number, status FROM leads JOIN contacts ON contacts.id = leads.contact_id')
      .all() as End['leads']
    return { state, calls, leads }
  } finally {
    db.close()
  }
}
