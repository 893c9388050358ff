import Database from 'better-sqlite3'
import type { CampaignId, LeadId } from '../domain/ids.ts'
import { launchDefaults } from '../domain/launch.ts'

/** Copies a workspace's database, also while somebody has it open and writes. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    // In one step: each write of somebody else would make a backup in parts begin anew.
    await database.backup(to, { progress: () => ALL_PAGES })
  } finally {
    database.close()
  }
}

const ALL_PAGES = 2 ** 31 - 1

/**
 * Makes a copy safe to open beside its original: no trunk leads anywhere, no call is left to be ended at a real peer,
 * and nothing but this campaign is at work.
 */
export function tameCopy(file: string, campaign: CampaignId): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.transaction(() => {
      for (const statement of taming) database.exec(statement)
      database.prepare(thisCampaign).run(JSON.stringify(launchDefaults), campaign)
    })()
  } finally {
    database.close()
  }
}

/** Takes everybody else out of the copied campaign, as if by hand: no launch calls them then, whatever is chosen. */
export function keepOnly(file: string, campaign: CampaignId, leads: readonly LeadId[]): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.exec('CREATE TEMP TABLE kept (lead INTEGER PRIMARY KEY)')
    const keep = database.prepare('INSERT INTO kept VALUES (?)')
    database.transaction(() => {
      for (const lead of leads) keep.run(lead)
      database
        .prepare(`UPDATE leads SET status = 'skipped', skip_reason = 'manual', ready_at = 0, hold = NULL,
            final_status = NULL
          WHERE campaign_id = ? AND skip_reason IS NOT 'manual' AND id NOT IN (SELECT lead FROM kept)`)
        .run(campaign)
    })()
  } finally {
    database.close()
  }
}

/** The discard service: nobody answers there, and nothing is registered. */
const nowhere = `json_set(settings, '$.host', '127.0.0.1', '$.port', 9, '$.localPort', 0, '$.register', json('false'))`

const taming = [
  // Lifted hours were honoured on this machine only, where every trunk of the copy leads.
  `UPDATE campaigns SET schedule = json_set(schedule, '$.anyTime', json('false')) WHERE 1 IS NOT (
    SELECT min(settings ->> '$.host' IN ('localhost', '::1') OR settings ->> '$.host' LIKE '127.%')
    FROM used_trunks JOIN trunks ON trunks.id = used_trunks.trunk_id WHERE used_trunks.campaign_id = campaigns.id)`,
  `UPDATE trunks SET settings = ${nowhere}, secret_ref = NULL`,
  // Ports of the original: its calls are on them.
  `DELETE FROM settings WHERE key = 'sip_ports'`,
  `UPDATE leads SET status = CASE WHEN attempts = 0 THEN 'pending' ELSE 'retry' END, ready_at = 0, hold = NULL
    WHERE status IN ('queued', 'dialing', 'in_call')`,
  `DELETE FROM calls WHERE state = 'reserved'`,
  `UPDATE calls SET state = 'ended', result = 'interrupted', ended_at = max(ifnull(answered_at, 0), sending_at),
    counts_as_attempt = 1 WHERE state <> 'ended'`,
  `UPDATE calls SET orphan = 0 WHERE orphan = 1`,
  `DELETE FROM test_calls`,
  `UPDATE campaigns SET state = CASE WHEN launched_at IS NULL THEN 'draft' ELSE 'paused' END,
    pause_reason = CASE WHEN launched_at IS NULL THEN NULL ELSE 'manual' END, pause_detail = '', drains_towards = NULL
    WHERE state IN ('scheduled', 'running', 'draining')`,
  `UPDATE campaigns SET launching = NULL`,
]

/** It comes to an end, and nobody could listen to its recordings. */
const thisCampaign = `UPDATE campaigns SET
    settings = json_set(settings, '$.keepLive', json('false'), '$.record', json('false')),
    launch = ifnull(launch, ?), test_contacts = NULL
  WHERE id = ?`
