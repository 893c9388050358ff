import type Database from 'better-sqlite3'

/** Calls that were under way at the backup have gone on since: they are brought anew. */
export function findCalls(database: Database.Database): void {
  database.exec("CREATE TEMP TABLE under_way AS SELECT id, lead_id FROM main.calls WHERE state <> 'ended'")
  for (const table of ['call_events', 'call_traces', 'goal_results', 'answers'])
    database.exec(`DELETE FROM main.${table} WHERE call_id IN (SELECT id FROM under_way)`)
  database.exec(`DELETE FROM main.calls WHERE id IN (SELECT id FROM under_way);
    CREATE TEMP TABLE since (id INTEGER PRIMARY KEY);
    INSERT INTO since SELECT id FROM present.calls p WHERE NOT EXISTS (SELECT 1 FROM main.calls m WHERE m.id = p.id)`)
}
