import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import { placeKey } from '../../../src-main/domain/place.ts'
import { phoneTypeOf } from '../../../src-main/numbering/phone-type.ts'
import { placeOf } from '../../../src-main/numbering/place-of.ts'
import { addSqlFunctions } from '../../../src-main/store/sql-functions.ts'
import { aCampaign, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { cities, firstNames, lastNames, numberPlans } from './people.ts'

export interface MillionWorkspace {
  readonly folder: string
  readonly file: string
  /** Half of the contacts are in it, with most of the calls. */
  readonly campaign: CampaignId
  readonly contacts: number
  readonly calls: number
  remove(): void
}

const DAY = 86_400_000
const now = mondayAtTen
/** Calls of a contact by its number: three on average, an eighth was never called. */
const callsOf = [0, 1, 2, 3, 3, 4, 5, 6]
const tags = ['vip', 'newsletter', 'complaint', 'rare']
const results = [
  'answered',
  'no_answer',
  'no_answer',
  'busy',
  'voicemail',
  'rejected',
  'failed',
  'no_conversation',
]

/**
 * A workspace as after a year of work, written past every rule so that it takes minutes, not hours: indexes and
 * counts of the large tables are made at the end.
 */
export async function makeMillion(contacts = 1_000_000): Promise<MillionWorkspace> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'trunkline-million-'))
  const file = join(folder, 'workspace.db')
  const store = await anOpenStore(file)
  const { campaign } = await aCampaign(store, { contacts: 0, numbers: 4 })
  await store.close()
  const database = new Database(file)
  addSqlFunctions(database)
  for (const pragma of [
    'foreign_keys = OFF',
    'synchronous = OFF',
    'journal_mode = MEMORY',
    'cache_size = -400000',
  ])
    database.pragma(pragma)
  const laterSql = database
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
         AND tbl_name IN ('contacts', 'leads', 'calls', 'consents', 'list_contacts', 'contact_tags')`,
    )
    .all()
  for (const { type, name } of laterSql) database.exec(`DROP ${type} ${name}`)
  database.exec('BEGIN')
  fillGroups(database)
  const places = fillPlaces(database)
  fillContacts(database, contacts, places)
  fillBesides(database, campaign, contacts)
  fillCalls(database, campaign)
  for (const { sql } of laterSql.toSorted((a, b) => a.type.localeCompare(b.type))) database.exec(sql)
  fillCounts(database)
  fillCallSums(database)
  database.exec('COMMIT')
  database.pragma('journal_mode = WAL')
  const calls = database.prepare('SELECT count(*) FROM calls').pluck().get() as number
  database.close()
  return {
    folder,
    file,
    campaign,
    contacts,
    calls,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function fillGroups(database: Database.Database): void {
  for (const name of tags) database.prepare('INSERT INTO tags (name) VALUES (?)').run(name)
  for (const name of ['Autumn', 'Small'])
    database.prepare('INSERT INTO lists (name, created_at, changed_at) VALUES (?, 0, 0)').run(name)
}

interface MadePlace {
  readonly id: number
  readonly country: string | null
  readonly type: string | null
  readonly prefix: string
  readonly digits: number
}

function fillPlaces(database: Database.Database): readonly MadePlace[] {
  const insert = database.prepare(
    'INSERT INTO places (key, country, region, line, zones) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET key = key RETURNING id',
  )
  return numberPlans.map(({ prefix, digits }) => {
    const example = prefix + '5550142'.padStart(digits, '2').slice(-digits)
    const place = placeOf(example)
    const { country, region, line, zones } = place
    const { id } = insert.get(placeKey(place), country, region, line, JSON.stringify(zones)) as { id: number }
    return { id, country, type: phoneTypeOf(example), prefix, digits }
  })
}

function fillContacts(database: Database.Database, contacts: number, places: readonly MadePlace[]): void {
  const insert = database.prepare(
    `INSERT INTO contacts (id, phone, phone_as_imported, country, phone_type, place_id, name, name_key, language, fields,
       texted, opened_link, created_at, changed_at, calls, conversations, talk_ms, last_called_at, last_result,
       goal_achieved, transferred_ms)
     VALUES (?, ?, '', ?, ?, ?, ?, name_key(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let id = 1; id <= contacts; id += 1) {
    const roll = scrambled(id)
    const place = places[roll % places.length] as MadePlace
    const calls = callsOf[id % 8] as number
    const conversations = calls === 0 ? 0 : (roll >> 3) % (calls + 1)
    const name = nameOf(id)
    const added = now - 365 * DAY + Math.floor((id / contacts) * 364 * DAY)
    insert.run(
      id,
      roll % 500 === 0 ? null : place.prefix + String(id % 10 ** place.digits).padStart(place.digits, '0'),
      place.country,
      place.type,
      place.id,
      name,
      name,
      ['de', 'en', null, null, 'fr', null, 'tr', null][(roll >> 5) % 8],
      JSON.stringify({
        city: cities[(roll >> 4) % cities.length],
        customer_no: String(100_000_000 + id),
        amount: String((roll >> 2) % 1000),
        due: `2026-${String(1 + ((roll >> 6) % 12)).padStart(2, '0')}-15`,
      }),
      roll % 50 === 0 ? 1 : 0,
      roll % 700 === 0 ? 1 : 0,
      added,
      added,
      calls,
      conversations,
      conversations * 40_000,
      calls === 0 ? null : now - ((roll >> 1) % ((300 * DAY) / 1000)) * 1000,
      calls === 0 ? null : results[(roll >> 7) % results.length],
      calls > 0 && roll % 11 === 0 ? 1 : 0,
      calls > 0 && roll % 97 === 0 ? 60_000 : null,
    )
  }
}

/** Without chance: the same workspace each time. */
const scrambled = (id: number): number => (Math.imul(id, 2_654_435_761) >>> 0) >>> 1

export const nameOf = (id: number): string => {
  const roll = scrambled(id)
  return `${firstNames[roll % firstNames.length]} ${lastNames[(roll >> 8) % lastNames.length]} ${id % 1000}`
}

function fillBesides(database: Database.Database, campaign: CampaignId, contacts: number): void {
  database.exec(`
    INSERT INTO contact_tags SELECT 1, id FROM contacts WHERE id % 20 = 0;
    INSERT INTO contact_tags SELECT 2, id FROM contacts WHERE id % 3 = 0;
    INSERT INTO contact_tags SELECT 3, id FROM contacts WHERE id % 400 = 7;
    INSERT INTO contact_tags SELECT 4, id FROM contacts WHERE id % 50000 = 11;
    INSERT INTO list_contacts SELECT 1, id FROM contacts WHERE id <= ${contacts * 0.4};
    INSERT INTO list_contacts SELECT 2, id FROM contacts WHERE id % 997 = 0;
    INSERT INTO consents (contact_id, kind, given_at, expires_at)
      SELECT id, CASE id % 3 WHEN 0 THEN 'express' WHEN 1 THEN 'express_written' ELSE 'existing_relation' END,
        created_at, CASE id % 11 WHEN 0 THEN ${now - DAY} END FROM contacts WHERE id % 2 = 0;
    INSERT INTO suppressions (number, scope, reason, source, at)
      SELECT phone, 'all', '', CASE id % 2 WHEN 0 THEN 'agent' ELSE 'supervisor' END, 0 FROM contacts
      WHERE id % 60 = 1 AND phone IS NOT NULL;
    INSERT INTO leads (campaign_id, contact_id, place_id, status, skip_reason, priority, attempts, ready_at, hold, goal,
        last_called_at, last_result)
      SELECT ${campaign}, id, place_id,
        CASE WHEN calls = 0 THEN 'pending' WHEN id % 5 = 1 THEN 'retry' WHEN id % 5 = 2 THEN 'skipped'
          WHEN id % 5 = 3 THEN 'no_answer' ELSE 'completed' END,
        CASE WHEN calls > 0 AND id % 5 = 2 THEN 'manual' END, CASE id % 50 WHEN 0 THEN 0 ELSE 1 END, calls,
        CASE WHEN calls > 0 AND id % 5 = 1 THEN ${now} + id % 1000000 ELSE 0 END,
        CASE WHEN calls > 0 AND id % 5 = 1 THEN 'retry_interval' END,
        CASE WHEN goal_achieved = 1 THEN 'achieved' END, last_called_at, last_result
      FROM contacts WHERE id > ${contacts / 2};
  `)
}

function fillCalls(database: Database.Database, campaign: CampaignId): void {
  database.exec(`
    INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
        agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, ended_at, result, talk_ms,
        lead_before, facts, counts_as_attempt)
      SELECT 'c' || contacts.id || '-' || turn.value, ${campaign}, ifnull(leads.id, contacts.id), contacts.id, 1,
        turn.value, 1, 1 + contacts.id % 4, 1, ifnull(phone, '+4930'), contacts.place_id, '+493012345600', 'ended',
        contacts.last_called_at - turn.value * ${DAY}, contacts.last_called_at - turn.value * ${DAY}, contacts.last_called_at - turn.value * ${DAY}
          + 30000, contacts.last_result, 20000, '{}', '{}', 1
      FROM contacts CROSS JOIN json_each('[1,2,3,4,5,6]') AS turn
      LEFT JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = contacts.id
      WHERE turn.value <= contacts.calls;
  `)
}

/** What triggers would have kept. */
function fillCounts(database: Database.Database): void {
  database.exec(`
    UPDATE lists SET contacts = (SELECT count(*) FROM list_contacts WHERE list_id = lists.id);
    INSERT INTO lead_counts SELECT campaign_id, status, contacted, conversations > 0, goal IS 'achieved', count(*)
      FROM leads GROUP BY 1, 2, 3, 4, 5;
    INSERT INTO lead_queue SELECT campaign_id, place_id, status, priority, ifnull(hold, ''), count(*) FROM leads
      WHERE status IN ('pending', 'retry') GROUP BY 1, 2, 3, 4, 5;
  `)
}

/** As its triggers do, of all calls. */
export function fillCallSums(database: Database.Database): void {
  database.exec('DELETE FROM call_sums')
  const kinds = { trunk: 'trunk_id', number: 'number_id', attempt: 'attempt', place: 'place_id' }
  for (const [kind, column] of Object.entries(kinds))
    database.exec(`INSERT INTO call_sums SELECT campaign_id, '${kind}', ${column}, agent_version_id, result,
        sending_at - sending_at % 3600000, count(*), sum(answered_at IS NOT NULL), sum(ifnull(talk_ms, 0)),
        sum(goal IS 'achieved'), sum(opted_out), sum(cost_micros),
        count(pdd_ms), sum(ifnull(pdd_ms, 0))
      FROM calls WHERE state = 'ended' AND sending_at IS NOT NULL GROUP BY 1, 3, 4, 5, 6`)
}
