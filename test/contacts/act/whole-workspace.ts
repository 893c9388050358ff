import type { Statements } from '../../../src-main/store/sqlite-file.ts'

/** Tables that actions write, without what only ever grows: revisions, times of change, the history. */
const tables = {
  contacts: `id, phone, phone_as_imported, country, phone_type, zone, place_id, name, name_key, language, fields`,
  further_phones: '*',
  consents: '*',
  tags: '*',
  contact_tags: '*',
  lists: 'id, name, contacts',
  list_contacts: '*',
  leads: '*',
  suppressions: '*',
} as const

export const everything = (sql: Statements): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      sql.rows(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`),
    ]),
  )

const mustBeEmpty = {
  'counts of leads are those of a recount': `
    SELECT campaign_id, status, sum(leads) FROM (
      SELECT campaign_id, status, leads FROM lead_counts UNION ALL SELECT campaign_id, status, -1 FROM leads)
    GROUP BY 1, 2 HAVING sum(leads) <> 0`,
  'the line of a campaign is that of a recount': `
    SELECT campaign_id, place_id, status, priority, hold, sum(leads) FROM (
      SELECT * FROM lead_queue UNION ALL
      SELECT campaign_id, place_id, status, priority, ifnull(hold, ''), -1 FROM leads
        WHERE status IN ('pending', 'retry'))
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(leads) <> 0`,
  'a list counts its contacts': `
    SELECT id FROM lists WHERE contacts <> (SELECT count(*) FROM list_contacts WHERE list_id = lists.id)`,
  'the same number is one contact': `
    SELECT phone FROM (SELECT phone FROM contacts UNION ALL SELECT phone FROM further_phones)
    WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1`,
  'a lead stands where its next number is': `
    SELECT leads.id FROM leads JOIN contacts ON contacts.id = leads.contact_id
    LEFT JOIN further_phones f ON f.contact_id = leads.contact_id AND f.position = phone_position
    WHERE leads.place_id <> ifnull(f.place_id, contacts.place_id) OR (phone_position > 0 AND f.phone IS NULL)`,
  'a call belongs to the contact of its lead': `
    SELECT calls.id FROM calls LEFT JOIN leads ON leads.id = lead_id WHERE leads.contact_id IS NOT calls.contact_id`,
  'nothing points at nothing': 'PRAGMA foreign_key_check',
} as const

/** What is not as it always has to be, in words. */
export const broken = (sql: Statements): readonly string[] =>
  Object.entries(mustBeEmpty)
    .filter(([, query]) => sql.rows(query).length > 0)
    .map(([rule]) => rule)
