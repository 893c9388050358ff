import type Database from 'better-sqlite3'
import type { RowsOfBoth } from '../rows-of-both.ts'
import { usedBy } from './used-by.ts'

/** Ids of another table as they are in the restored workspace. */
const here = (table: string, column: string): string =>
  `(SELECT new FROM same_${table} WHERE old = p.${column})`

/** Calls with all that belongs to them, and where their contacts stand since. @returns how many */
export function bringCalls(database: Database.Database, both: RowsOfBoth): number {
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
