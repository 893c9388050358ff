import Database from 'better-sqlite3'
import type { Instant } from '../../domain/ids.ts'
import { type Row, type RowsOfBoth, rowsOfBoth } from './rows-of-both.ts'

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

/** Calls that were under way at the backup have gone on since: they are brought anew. */
function findCalls(database: Database.Database): void {
  database.exec("CREATE TEMP TABLE under_way AS SELECT id, lead_id FROM main.calls WHERE state <> 'ended'")
  for (const table of ['call_events', 'call_traces', 'goal_results', 'answers'])
    database.exec(`DELETE FROM main.${table} WHERE call_id IN (SELECT id FROM under_way)`)
  database.exec(`DELETE FROM main.calls WHERE id IN (SELECT id FROM under_way);
    CREATE TEMP TABLE since (id INTEGER PRIMARY KEY);
    INSERT INTO since SELECT id FROM present.calls p WHERE NOT EXISTS (SELECT 1 FROM main.calls m WHERE m.id = p.id)`)
}

const usedBy = (column: string): string =>
  `SELECT ${column} FROM present.calls WHERE id IN (SELECT id FROM since)`

function matchAll(both: RowsOfBoth, now: Instant): void {
  const named = (row: Row): Row => ({ ...row, name: `${row.name} (before the restore, ${now})` })
  both.match('places', 'm.key = p.key', 'SELECT id FROM present.places')
  both.match('trunks', 'm.id = p.id AND m.created_at = p.created_at', usedBy('trunk_id'), row => ({
    ...named(row),
    is_default: 0,
  }))
  both.match('numbers', 'm.e164 = p.e164', usedBy('number_id'), row => ({ ...row, trunk_id: null }))
  const versions = usedBy('agent_version_id')
  both.match(
    'agents',
    'm.id = p.id AND m.created_at = p.created_at',
    `SELECT agent_id FROM present.agent_versions WHERE id IN (${versions})`,
    row => ({ ...named(row), published_version_id: null, active: 0 }),
  )
  both.match('agent_versions', 'm.id = p.id AND m.published_at = p.published_at', versions)
  both.match('campaigns', 'm.id = p.id AND m.created_at = p.created_at', usedBy('campaign_id'), row => ({
    ...row,
    business_hours_id: null,
    agent_version_id: null,
    deleted_at: now,
    erasing: 0,
  }))
}

/** Ids of another table as they are in the restored workspace. */
const here = (table: string, column: string): string =>
  `(SELECT new FROM same_${table} WHERE old = p.${column})`

function bringCalls(database: Database.Database, both: RowsOfBoth): number {
  const bring = (
    table: string,
    without: readonly string[],
    mapped: Readonly<Record<string, string>>,
    where: string,
  ) => {
    const columns = both.columns(table, without)
    const values = columns.map(column => mapped[column] ?? `p.${column}`)
    return database
      .prepare(
        `INSERT OR IGNORE INTO main.${table} (${columns.join(', ')})
          SELECT ${values.join(', ')} FROM present.${table} p WHERE ${where}`,
      )
      .run().changes
  }
  const sinceOnly = 'p.call_id IN (SELECT id FROM since)'
  database.exec(
    `UPDATE main.agent_versions SET agent_id = (SELECT s.new FROM present.agent_versions p
        JOIN same_agent_versions v ON v.old = p.id JOIN same_agents s ON s.old = p.agent_id
        WHERE v.new = agent_versions.id)
      WHERE id IN (SELECT new FROM same_agent_versions)`,
  )
  const free = `CASE WHEN p.phone IN (SELECT phone FROM main.contacts UNION ALL SELECT phone FROM main.further_phones)
    THEN NULL ELSE p.phone END`
  const toContacts = { place_id: here('places', 'place_id'), phone: free, import_id: 'NULL' }
  bring('contacts', [], toContacts, `p.id IN (${usedBy('contact_id')})`)
  const toLeads = { campaign_id: here('campaigns', 'campaign_id'), place_id: here('places', 'place_id') }
  bring('leads', ['id'], toLeads, `p.id IN (${usedBy('lead_id')})`)
  database.exec(`CREATE TEMP TABLE same_leads (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    INSERT INTO same_leads SELECT p.id, m.id FROM present.leads p
      JOIN same_campaigns c ON c.old = p.campaign_id
      JOIN main.leads m ON m.campaign_id = c.new AND m.contact_id = p.contact_id
      WHERE p.id IN (${usedBy('lead_id')}) OR m.id IN (SELECT lead_id FROM under_way);
    CREATE TEMP TABLE lead_of (new INTEGER PRIMARY KEY, old INTEGER NOT NULL);
    INSERT INTO lead_of SELECT new, old FROM same_leads`)
  const standing = standingOfLead.join(', ')
  database.exec(`UPDATE main.leads SET (${standing}) = (SELECT ${standingOfLead.map(name => `p.${name}`).join(', ')}
      FROM lead_of JOIN present.leads p ON p.id = lead_of.old WHERE lead_of.new = leads.id)
    WHERE id IN (SELECT new FROM lead_of)`)
  const calls = bring(
    'calls',
    [],
    {
      campaign_id: here('campaigns', 'campaign_id'),
      lead_id: here('leads', 'lead_id'),
      trunk_id: here('trunks', 'trunk_id'),
      number_id: here('numbers', 'number_id'),
      agent_version_id: here('agent_versions', 'agent_version_id'),
      place_id: here('places', 'place_id'),
    },
    'p.id IN (SELECT id FROM since)',
  )
  bring('call_events', [], {}, sinceOnly)
  bring('call_traces', [], {}, sinceOnly)
  bring('goal_results', [], {}, `${sinceOnly} AND p.goal_id IN (SELECT id FROM main.goals)`)
  bring('answers', [], {}, `${sinceOnly} AND p.question_id IN (SELECT id FROM main.questions)`)
  return calls
}

/** What calls do to a contact within its campaign. */
const standingOfLead = [
  'status',
  'skip_reason',
  'attempts',
  'unrung',
  'ready_at',
  'hold',
  'agreed_at',
  'final_status',
  'transferred_ms',
  'last_result',
  'last_called_at',
  'contacted',
  'conversations',
  'talk_ms',
  'goal',
]

/** Caps and costs count what was done, whatever the backup knew of it. */
function bringFigures(database: Database.Database): void {
  const take = (table: string, columns: readonly string[], which: string) =>
    database.exec(`UPDATE main.${table} SET (${columns.join(', ')}) =
        (SELECT ${columns.map(name => `p.${name}`).join(', ')} FROM ${which})
      WHERE EXISTS (SELECT 1 FROM ${which})`)
  const sameAs = (table: string) =>
    `same_${table} s JOIN present.${table} p ON p.id = s.old WHERE s.new = ${table}.id`
  take(
    'contacts',
    ['calls', 'conversations', 'talk_ms', 'last_called_at', 'last_result', 'goal_achieved', 'transferred_ms'],
    `present.contacts p WHERE p.id = contacts.id AND p.id IN (${usedBy('contact_id')})`,
  )
  take('campaigns', ['run', 'cost_micros', 'launched_at', 'last_start_at'], sameAs('campaigns'))
  take('trunks', ['balance_micros'], sameAs('trunks'))
  take(
    'numbers',
    ['excluded_at', 'excluded_until', 'exclusion', 'excluded_by', 'probation_at', 'probation_left', 'score'],
    sameAs('numbers'),
  )
  database.exec(`DELETE FROM main.campaign_hours WHERE campaign_id IN (SELECT new FROM same_campaigns);
    INSERT INTO main.campaign_hours (campaign_id, hour, result, calls, answered, talk_ms, achieved, opt_outs, cost_micros)
      SELECT s.new, hour, result, calls, answered, talk_ms, achieved, opt_outs, cost_micros
      FROM present.campaign_hours p JOIN same_campaigns s ON s.old = p.campaign_id;
    DELETE FROM main.number_days WHERE number_id IN (SELECT new FROM same_numbers);
    INSERT INTO main.number_days (number_id, day, calls, answered)
      SELECT s.new, day, calls, answered FROM present.number_days p JOIN same_numbers s ON s.old = p.number_id`)
}

/** Everything that forbids a call stays forbidden; what was allowed since is forbidden again. */
function bringDoNotCall(database: Database.Database): number {
  const { changes } = database
    .prepare(`INSERT OR IGNORE INTO main.suppressions (number, scope, campaign_id, reason, source, at, expires_at)
      SELECT p.number, p.scope, s.new, p.reason, p.source, p.at, p.expires_at
      FROM present.suppressions p LEFT JOIN same_campaigns s ON s.old = p.campaign_id
      WHERE p.scope = 'all' OR s.new IS NOT NULL`)
    .run()
  database.exec(`UPDATE main.suppressions SET expires_at = NULL WHERE expires_at IS NOT NULL AND scope = 'all'
      AND EXISTS (SELECT 1 FROM present.suppressions p
        WHERE p.number = suppressions.number AND p.scope = 'all' AND p.expires_at IS NULL);
    INSERT OR IGNORE INTO main.blocked_prefixes SELECT prefix, reason, at FROM present.blocked_prefixes;
    INSERT OR IGNORE INTO main.blocked_countries SELECT country, reason, at FROM present.blocked_countries;
    UPDATE main.consents SET withdrawn_at = (SELECT withdrawn_at FROM present.consents p WHERE p.id = consents.id)
      WHERE withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM present.consents p
        WHERE p.id = consents.id AND p.contact_id = consents.contact_id AND p.withdrawn_at IS NOT NULL)`)
  return changes
}

/** The audit log goes on where its chain of hashes does; the decisions of the law's rules too. */
function bringLogs(database: Database.Database, both: RowsOfBoth): void {
  const audit = both.columns('audit').join(', ')
  database.exec(`INSERT INTO main.audit (${audit}) SELECT ${audit} FROM present.audit
      WHERE id > (SELECT ifnull(max(id), 0) FROM main.audit)
        AND (SELECT hash FROM main.audit ORDER BY id DESC LIMIT 1) IS
          (SELECT hash FROM present.audit WHERE id = (SELECT max(id) FROM main.audit))
      ORDER BY id;
    INSERT OR IGNORE INTO main.rule_sets (rules) SELECT rules FROM present.rule_sets`)
  const columns = both.columns('decisions', ['id', 'campaign_id', 'rule_set_id'])
  database.exec(`INSERT INTO main.decisions (campaign_id, rule_set_id, ${columns.join(', ')})
    SELECT s.new, (SELECT m.id FROM main.rule_sets m JOIN present.rule_sets q ON q.rules = m.rules
        WHERE q.id = p.rule_set_id), ${columns.map(name => `p.${name}`).join(', ')}
    FROM present.decisions p JOIN same_campaigns s ON s.old = p.campaign_id
    WHERE p.id > (SELECT ifnull(max(id), 0) FROM main.decisions)
      AND p.contact_id IN (SELECT id FROM main.contacts)
    ORDER BY p.id`)
}

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
