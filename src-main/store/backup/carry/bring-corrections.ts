import type Database from 'better-sqlite3'
import type { RowsOfBoth } from '../rows-of-both.ts'

/**
 * What supervisors corrected since the backup in calls that it knows. The work is not lost, and the figures, which are
 * those of today, fit the calls.
 */
export function bringCorrections(database: Database.Database, both: RowsOfBoth): void {
  for (const [table, of, defined] of [
    ['goal_results', 'goal_id', 'goals'],
    ['answers', 'question_id', 'questions'],
  ] as const) {
    const columns = both.columns(table).join(', ')
    database.exec(`DELETE FROM main.${table} WHERE source = 'supervisor' AND call_id IN (SELECT id FROM present.calls);
      INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM present.${table}
        WHERE source = 'supervisor' AND call_id IN (SELECT id FROM main.calls) AND ${of} IN (SELECT id FROM main.${defined})`)
  }
  database.exec(`CREATE TEMP TABLE corrected AS SELECT m.id, m.lead_id, m.contact_id, p.lead_id AS old_lead, p.goal
      FROM main.calls m JOIN present.calls p ON p.id = m.id WHERE m.goal IS NOT p.goal;
    UPDATE main.calls SET goal = (SELECT goal FROM corrected WHERE corrected.id = calls.id)
      WHERE id IN (SELECT id FROM corrected);
    UPDATE main.leads SET goal = (SELECT p.goal FROM corrected JOIN present.leads p ON p.id = old_lead
        WHERE corrected.lead_id = leads.id)
      WHERE id IN (SELECT lead_id FROM corrected WHERE old_lead IN (SELECT id FROM present.leads));
    UPDATE main.contacts SET goal_achieved = EXISTS (SELECT 1 FROM main.calls
        WHERE contact_id = contacts.id AND goal = 'achieved')
      WHERE id IN (SELECT contact_id FROM corrected)`)
}
