import type Database from 'better-sqlite3'
import type { RowsOfBoth } from '../rows-of-both.ts'

/** The audit log goes on where its chain of hashes does; the decisions of the law's rules too. */
export function bringLogs(database: Database.Database, both: RowsOfBoth): void {
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
