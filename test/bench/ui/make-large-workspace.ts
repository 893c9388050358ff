import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addSqlFunctions } from '../../../src-main/store/sql-functions.ts'
import { fillCallSums, makeMillion } from '../contacts/make-workspace.ts'

export interface LargeWorkspace {
  readonly folder: string
  readonly campaign: number
  readonly calls: number
  remove(): void
}

interface LargeOptions {
  readonly contacts: number
  /** Calls at once. */
  readonly atOnce: number
  /** Folder that stays; one that was made so before is used as it is. */
  readonly kept: string | undefined
}

const CALLER_IDS = 40
const DAY = 86_400_000

/**
 * Three calls to a contact, all of one campaign, which goes on calling as soon as the workspace is opened.
 */
export async function makeLargeWorkspace({ contacts, atOnce, kept }: LargeOptions): Promise<LargeWorkspace> {
  const isKept = kept !== undefined && existsSync(join(kept, 'workspace.db'))
  const made = isKept ? { folder: kept, remove: () => {} } : await makeMillion(contacts)
  const database = new Database(join(made.folder, 'workspace.db'))
  addSqlFunctions(database)
  if (!isKept) fillRollUps(database)
  goOn(database, atOnce)
  const { campaign, calls } = database
    .prepare('SELECT campaign_id AS campaign, sum(calls) AS calls FROM campaign_hours')
    .get() as { campaign: number; calls: number }
  database.close()
  if (kept === undefined) return { folder: made.folder, campaign, calls, remove: made.remove }
  if (!isKept) {
    cpSync(made.folder, kept, { recursive: true })
    made.remove()
  }
  return { folder: kept, campaign, calls, remove: () => {} }
}

/** What triggers and the settling of calls would have kept; the calls lie in the days before now. */
function fillRollUps(database: Database.Database): void {
  const ahead = database.prepare('SELECT max(sending_at) - ? FROM calls').pluck().get(Date.now()) as number
  const back = Math.max(0, Math.ceil((ahead + DAY) / DAY)) * DAY
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'calls'`,
    )
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  database.exec(`
    BEGIN;
    UPDATE calls SET sending_at = sending_at - ${back}, reserved_at = reserved_at - ${back}, ended_at = ended_at - ${back},
      goal = CASE WHEN result = 'answered' THEN CASE id % 5 WHEN 0 THEN 'achieved' WHEN 1 THEN 'not_achieved' END END;
    INSERT INTO campaign_hours SELECT campaign_id, ended_at - ended_at % 3600000, result, count(*),
      sum(result IN ('answered', 'voicemail', 'no_conversation')), sum(talk_ms), sum(goal IS 'achieved'), 0, 0
      FROM calls GROUP BY 1, 2, 3;
    INSERT INTO call_quarters SELECT campaign_id, sending_at - sending_at % 900000, place_id, count(*),
      sum(result = 'answered') FROM calls GROUP BY 1, 2, 3;
    INSERT INTO goal_counts SELECT campaign_id, ifnull(goal, 'unknown'), count(*) FROM calls
      WHERE result = 'answered' OR goal IS NOT NULL GROUP BY 1, 2;
  `)
  fillCallSums(database)
  for (const { sql } of triggers) database.exec(sql)
  database.exec('COMMIT; ANALYZE')
}

function goOn(database: Database.Database, atOnce: number): void {
  const now = Date.now()
  const anyTime = `json_set(schedule, '$.anyTime', json('true'), '$.startsAt', null, '$.endsAt', null)`
  database.exec(`
    UPDATE trunks SET settings = json_set(settings, '$.maxCalls', 500, '$.callsPerSecond', 50);
    UPDATE campaigns SET state = 'running', state_since = ${now}, run = 1, launched_at = ifnull(launched_at, ${now}),
      schedule = ${anyTime}, settings = json_set(settings, '$.maxConcurrentCalls', ${atOnce},
        '$.rotation.maxCallsPerDay', 1000, '$.rotation.spamThreshold', 9);
  `)
  const add = database.prepare(
    `INSERT INTO numbers (e164, name, country, zone, created_at) VALUES (?, ?, 'DE', 'Europe/Berlin', ?)
     ON CONFLICT DO NOTHING`,
  )
  for (let number = 10; number < 10 + CALLER_IDS; number += 1)
    add.run(`+4930231250${number}`, `Line ${number}`, now)
  database.exec(`INSERT OR IGNORE INTO campaign_numbers (campaign_id, number_id, position)
    SELECT campaigns.id, numbers.id, numbers.id FROM campaigns, numbers`)
}
