/** Contacts within a campaign, and their counts, which triggers keep. */
export const leads = [
  `CREATE TABLE leads (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    status TEXT NOT NULL DEFAULT 'pending',
    skip_reason TEXT,
    place_id INTEGER NOT NULL REFERENCES places (id),
    phone_position INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL DEFAULT 1,
    sampled INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    unrung INTEGER NOT NULL DEFAULT 0,
    ready_at INTEGER NOT NULL DEFAULT 0,
    hold TEXT,
    agreed_at INTEGER,
    final_status TEXT,
    transferred_ms INTEGER,
    last_result TEXT,
    last_called_at INTEGER,
    contacted INTEGER NOT NULL DEFAULT 0,
    conversations INTEGER NOT NULL DEFAULT 0,
    talk_ms INTEGER NOT NULL DEFAULT 0,
    goal TEXT,
    UNIQUE (campaign_id, contact_id),
    CHECK ((status = 'skipped') = (skip_reason IS NOT NULL)),
    CHECK (status IN ('pending', 'retry', 'called') OR ready_at = 0),
    CHECK ((status = 'called') = (final_status IS NOT NULL))
  ) STRICT`,
  // The order of choosing: one probe per place, status and priority, whatever the size of the campaign.
  `CREATE INDEX leads_in_order ON leads (campaign_id, status, place_id, priority, ready_at, id)`,
  `CREATE INDEX leads_sampled ON leads (campaign_id) WHERE sampled = 1`,
  // Whom a launch may leave out, without reading the others.
  `CREATE INDEX leads_skipped ON leads (campaign_id, skip_reason) WHERE status = 'skipped'`,
  `CREATE INDEX leads_achieved ON leads (campaign_id, status) WHERE goal = 'achieved'`,
  `CREATE INDEX leads_transferred ON leads (campaign_id, status) WHERE transferred_ms IS NOT NULL`,
  // Those whose completion timeout runs: of all campaigns, and of one.
  `CREATE INDEX leads_called ON leads (ready_at) WHERE status = 'called'`,
  `CREATE INDEX leads_called_of_campaign ON leads (campaign_id, ready_at) WHERE status = 'called'`,
  `CREATE INDEX leads_of_contact ON leads (contact_id)`,
  // The first page of a large campaign by these columns, without sorting it.
  `CREATE INDEX leads_by_priority ON leads (campaign_id, priority)`,
  `CREATE INDEX leads_by_attempts ON leads (campaign_id, attempts)`,
  `CREATE INDEX leads_by_goal ON leads (campaign_id, goal)`,

  `CREATE TABLE lead_counts (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    contacted INTEGER NOT NULL,
    conversed INTEGER NOT NULL,
    achieved INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, status, contacted, conversed, achieved)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER leads_counted_in AFTER INSERT ON leads BEGIN ${count('NEW', 1)}; END`,
  `CREATE TRIGGER leads_counted_out AFTER DELETE ON leads BEGIN ${count('OLD', -1)}; END`,
  `CREATE TRIGGER leads_counted_over AFTER UPDATE OF status, contacted, conversations, goal ON leads BEGIN
    ${count('OLD', -1)}; ${count('NEW', 1)};
  END`,

  // Who waits where: which probes are worth making, and what the idle line counts.
  `CREATE TABLE lead_queue (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    place_id INTEGER NOT NULL REFERENCES places (id),
    status TEXT NOT NULL,
    priority INTEGER NOT NULL,
    hold TEXT NOT NULL,
    leads INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, place_id, status, priority, hold)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER leads_queued AFTER INSERT ON leads WHEN ${waits('NEW')} BEGIN ${queue('NEW', 1)}; END`,
  `CREATE TRIGGER leads_unqueued AFTER DELETE ON leads WHEN ${waits('OLD')} BEGIN ${queue('OLD', -1)}; END`,
  `CREATE TRIGGER leads_left_queue AFTER UPDATE OF status, place_id, priority, hold ON leads WHEN ${waits('OLD')} BEGIN
    ${queue('OLD', -1)};
  END`,
  `CREATE TRIGGER leads_entered_queue AFTER UPDATE OF status, place_id, priority, hold ON leads WHEN ${waits('NEW')} BEGIN
    ${queue('NEW', 1)};
  END`,
]

/** Moves one lead into or out of its cell of `lead_counts`. */
function count(row: 'NEW' | 'OLD', by: 1 | -1): string {
  return `INSERT INTO lead_counts (campaign_id, status, contacted, conversed, achieved, leads)
    VALUES (${row}.campaign_id, ${row}.status, ${row}.contacted, ${row}.conversations > 0,
      ${row}.goal IS 'achieved', ${by})
    ON CONFLICT DO UPDATE SET leads = leads + ${by}`
}

/** Leads that the engine may choose from. */
function waits(row: 'NEW' | 'OLD'): string {
  return `${row}.status IN ('pending', 'retry')`
}

/** Adds one lead to its cell of `lead_queue`, or takes it out. */
function queue(row: 'NEW' | 'OLD', by: 1 | -1): string {
  return `INSERT INTO lead_queue (campaign_id, place_id, status, priority, hold, leads)
    VALUES (${row}.campaign_id, ${row}.place_id, ${row}.status, ${row}.priority, ifnull(${row}.hold, ''), ${by})
    ON CONFLICT DO UPDATE SET leads = leads + ${by}`
}
