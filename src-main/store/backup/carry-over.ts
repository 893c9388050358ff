import Database from 'better-sqlite3'
import type { Instant } from '../../domain/ids.ts'
import { bringCalls } from './carry/bring-calls.ts'
import { bringCorrections } from './carry/bring-corrections.ts'
import { bringDoNotCall } from './carry/bring-do-not-call.ts'
import { bringFigures } from './carry/bring-figures.ts'
import { bringLogs } from './carry/bring-logs.ts'
import { findCalls } from './carry/find-calls.ts'
import { matchAll } from './carry/match-all.ts'
import { rowsOfBoth } from './rows-of-both.ts'

/** What happened since the backup and must not be forgotten. */
export interface CarriedOver {
  readonly calls: number
  readonly doNotCall: number
}

/** The backup was made of another workspace: whom that one has called nobody knows here. */
export class OtherWorkspace extends Error {
  override readonly name = 'OtherWorkspace'
}

/**
 * Brings every call made since the backup, with what it did to its contact, and every entry of the do-not-call list
 * into a restored workspace: nobody is called again as if there had been no call. What a call needs and the backup
 * lacks comes with it; campaigns that are unknown there come as deleted ones, whose calls are kept.
 *
 * @param file the copy of the backup, opened by nobody else
 * @param present the workspace that it is to take the place of
 */
export function carryOver(file: string, present: string, now: Instant): CarriedOver {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma('foreign_keys = OFF')
    database.prepare('ATTACH ? AS present').run(present)
    if (isEmpty(database)) return nothing
    if (!isSameWorkspace(database)) throw new OtherWorkspace('The backup is of another workspace')
    return database.transaction(() => {
      const both = rowsOfBoth(database)
      findCalls(database)
      matchAll(both, now)
      const calls = bringCalls(database, both)
      bringCorrections(database, both)
      bringFigures(database)
      const doNotCall = bringDoNotCall(database)
      bringLogs(database, both)
      for (const statement of idsStayUnique) database.exec(statement)
      const broken = database.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0)
        throw new Error(`Rows lead nowhere after a restore: ${JSON.stringify(broken[0])}`)
      return { calls, doNotCall }
    })()
  } finally {
    database.close()
  }
}

const nothing: CarriedOver = { calls: 0, doNotCall: 0 }

/** A workspace in which nothing was done yet may be replaced by any other. */
const isEmpty = (database: Database.Database): boolean =>
  ['campaigns', 'contacts', 'calls', 'suppressions'].every(
    table => database.prepare(`SELECT 1 FROM present.${table} LIMIT 1`).get() === undefined,
  )

const isSameWorkspace = (database: Database.Database): boolean =>
  database
    .prepare(`SELECT (SELECT value FROM main.settings WHERE key = 'workspace_id')
      IS (SELECT value FROM present.settings WHERE key = 'workspace_id')`)
    .pluck()
    .get() === 1

/** An id that was given since is never given again: an older backup may still know what it meant. */
const idsStayUnique = [
  `UPDATE main.sqlite_sequence SET seq = max(seq,
    ifnull((SELECT p.seq FROM present.sqlite_sequence p WHERE p.name = sqlite_sequence.name), 0))`,
  `INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM present.sqlite_sequence
    WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)`,
  // Stray answers to the last calls still arrive there.
  `INSERT OR REPLACE INTO main.settings (key, value, changed_at)
    SELECT key, value, changed_at FROM present.settings WHERE key = 'sip_ports'`,
]

/** Nobody is called until somebody has looked. */
export function putToRest(database: Database.Database, now: Instant): void {
  database
    .prepare(`UPDATE main.campaigns SET state = CASE WHEN launched_at IS NULL THEN 'draft' ELSE 'paused' END,
      pause_reason = CASE WHEN launched_at IS NULL THEN NULL ELSE 'manual' END, pause_detail = '',
      drains_towards = NULL, state_since = ? WHERE state IN ('scheduled', 'running', 'draining')`)
    .run(now)
}
