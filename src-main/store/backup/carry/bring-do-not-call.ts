import type Database from 'better-sqlite3'

/** Everything that forbids a call stays forbidden; what was allowed since is forbidden again. */
export function bringDoNotCall(database: Database.Database): number {
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
