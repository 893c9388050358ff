/** Who is never called, and what the rules said about whom. */
export const law = [
  `CREATE TABLE suppressions (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    scope TEXT NOT NULL,
    campaign_id INTEGER REFERENCES campaigns (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER,
    job_id INTEGER REFERENCES jobs (id),
    before TEXT,
    CHECK ((scope = 'campaign') = (campaign_id IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX suppressions_once ON suppressions (number, scope, ifnull(campaign_id, 0))`,
  `CREATE INDEX suppressions_of_campaign ON suppressions (campaign_id, number) WHERE campaign_id IS NOT NULL`,
  `CREATE INDEX suppressions_of_job ON suppressions (job_id) WHERE job_id IS NOT NULL`,

  `CREATE TABLE blocked_prefixes (
    prefix TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE blocked_countries (
    country TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

  // Decision log: which rules were asked about which contact, and what they said.
  `CREATE TABLE rule_sets (
    id INTEGER PRIMARY KEY,
    rules TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    call_id INTEGER,
    number TEXT,
    moment TEXT NOT NULL,
    outcome TEXT NOT NULL,
    why TEXT NOT NULL,
    local_time TEXT NOT NULL,
    rule_set_id INTEGER REFERENCES rule_sets (id)
  ) STRICT`,
  `CREATE INDEX decisions_about_contact ON decisions (contact_id, id)`,
  `CREATE INDEX decisions_of_campaign ON decisions (campaign_id, id)`,
]
