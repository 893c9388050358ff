import type Database from 'better-sqlite3'

/** Caps and costs count what was done, whatever the backup knew of it. */
export function bringFigures(database: Database.Database): void {
  const take = (table: string, columns: readonly string[], which: string) =>
    database.exec(`UPDATE main.${table} SET (${columns.join(', ')}) =
        (SELECT ${columns.map(name => `p.${name}`).join(', ')} FROM ${which})
      WHERE EXISTS (SELECT 1 FROM ${which})`)
  const sameAs = (table: string) =>
    `same_${table} s JOIN present.${table} p ON p.id = s.old WHERE s.new = ${table}.id`
  database.exec(sumsOfContacts)
  take(
    'campaigns',
    ['run', 'history_from', 'cost_micros', 'launched_at', 'last_start_at'],
    sameAs('campaigns'),
  )
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

const ended = `FROM main.calls WHERE contact_id = contacts.id AND state = 'ended' AND sending_at IS NOT NULL`

/** From the calls themselves: who was merged with somebody since stands alone again. */
const sumsOfContacts = `UPDATE main.contacts SET
    (calls, conversations, talk_ms, last_called_at, goal_achieved, transferred_ms) = (SELECT count(*),
      ifnull(sum(result = 'answered'), 0), ifnull(sum(talk_ms), 0), max(sending_at), ifnull(max(goal IS 'achieved'), 0),
      max(transferred_ms) ${ended}),
    last_result = (SELECT result ${ended} ORDER BY sending_at DESC, id DESC LIMIT 1)
  WHERE id IN (SELECT contact_id FROM main.calls WHERE id IN (SELECT id FROM since))`
