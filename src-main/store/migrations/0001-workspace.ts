import { type Kysely, sql } from 'kysely'

/** The first schema. Once shipped it never changes; later ones add to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE trunks (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    settings TEXT NOT NULL,
    secret_ref TEXT,
    is_default INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX trunks_one_default ON trunks (is_default) WHERE is_default = 1`,

  `CREATE TABLE numbers (
    id INTEGER PRIMARY KEY,
    e164 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    trunk_id INTEGER REFERENCES trunks (id) ON DELETE SET NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX numbers_of_trunk ON numbers (trunk_id)`,

  `CREATE TABLE agents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    notes TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    draft TEXT NOT NULL,
    published_version_id INTEGER REFERENCES agent_versions (id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE agent_versions (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agents (id),
    version INTEGER NOT NULL,
    flow TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    UNIQUE (agent_id, version)
  ) STRICT`,

  `CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    notes TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    state_since INTEGER NOT NULL DEFAULT 0,
    drains_towards TEXT,
    pause_reason TEXT,
    pause_detail TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL,
    schedule TEXT NOT NULL,
    agent_version_id INTEGER REFERENCES agent_versions (id),
    trunk_id INTEGER REFERENCES trunks (id),
    run INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    launched_at INTEGER,
    ended_at INTEGER,
    last_start_at INTEGER,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((state = 'draining') = (drains_towards IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX campaigns_by_state ON campaigns (state)`,
  `CREATE TABLE campaign_numbers (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    position INTEGER NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    last_call_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, number_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    phone TEXT UNIQUE,
    phone_as_imported TEXT NOT NULL DEFAULT '',
    country TEXT,
    name TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE leads (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    status TEXT NOT NULL DEFAULT 'pending',
    skip_reason TEXT,
    priority INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    unrung INTEGER NOT NULL DEFAULT 0,
    ready_at INTEGER NOT NULL DEFAULT 0,
    last_result TEXT,
    last_called_at INTEGER,
    contacted INTEGER NOT NULL DEFAULT 0,
    conversations INTEGER NOT NULL DEFAULT 0,
    talk_ms INTEGER NOT NULL DEFAULT 0,
    goal TEXT,
    UNIQUE (campaign_id, contact_id),
    CHECK ((status = 'skipped') = (skip_reason IS NOT NULL)),
    CHECK (status = 'retry' OR ready_at = 0)
  ) STRICT`,
  // The order of choosing: one probe per status and priority, whatever the size of the campaign.
  `CREATE INDEX leads_in_order ON leads (campaign_id, status, priority, ready_at, id)`,
  `CREATE INDEX leads_of_contact ON leads (contact_id)`,

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

  // AUTOINCREMENT: the id of a call that was taken back unsent is never used again.
  `CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sip_call_id TEXT NOT NULL UNIQUE,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    lead_id INTEGER NOT NULL REFERENCES leads (id),
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    run INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    trunk_id INTEGER NOT NULL REFERENCES trunks (id),
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    agent_version_id INTEGER NOT NULL REFERENCES agent_versions (id),
    to_number TEXT NOT NULL,
    caller_id TEXT NOT NULL,
    state TEXT NOT NULL,
    reserved_at INTEGER NOT NULL,
    sending_at INTEGER,
    ringing_at INTEGER,
    answered_at INTEGER,
    ended_at INTEGER,
    pdd_ms INTEGER,
    ring_ms INTEGER,
    talk_ms INTEGER,
    result TEXT,
    failure TEXT,
    sip_code INTEGER,
    sip_reason TEXT,
    q850 INTEGER,
    hung_up_by TEXT,
    counts_as_attempt INTEGER,
    early_media INTEGER,
    lead_status_before TEXT NOT NULL,
    lead_ready_before INTEGER NOT NULL,
    facts TEXT,
    dialog TEXT,
    media TEXT,
    goal TEXT,
    recording TEXT,
    orphan INTEGER NOT NULL DEFAULT 0,
    CHECK (state IN ('reserved', 'ended') OR facts IS NOT NULL),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
  ) STRICT`,
  // One number is in at most one live call of the whole workspace.
  `CREATE UNIQUE INDEX calls_live ON calls (to_number) WHERE state <> 'ended'`,
  // Calls of a process that died, until their end is confirmed at the peer.
  `CREATE INDEX calls_orphaned ON calls (to_number) WHERE orphan = 1`,
  `CREATE INDEX calls_of_campaign ON calls (campaign_id, id)`,
  `CREATE INDEX calls_by_start ON calls (sending_at, campaign_id)`,
  `CREATE INDEX calls_of_number ON calls (number_id, sending_at)`,
  `CREATE INDEX calls_of_lead ON calls (lead_id, id)`,
  `CREATE INDEX calls_of_contact ON calls (contact_id, id)`,

  `CREATE TABLE call_events (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (call_id, seq)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE call_traces (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    direction TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (call_id, seq)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE campaign_hours (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    hour INTEGER NOT NULL,
    result TEXT NOT NULL,
    calls INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    talk_ms INTEGER NOT NULL,
    achieved INTEGER NOT NULL,
    opt_outs INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, hour, result)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE suppressions (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    scope TEXT NOT NULL,
    campaign_id INTEGER REFERENCES campaigns (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    CHECK ((scope = 'campaign') = (campaign_id IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX suppressions_once ON suppressions (number, scope, ifnull(campaign_id, 0))`,

  `CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    campaign_id INTEGER REFERENCES campaigns (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER
  ) STRICT`,

  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
  `CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
]

/** Moves one lead into or out of its cell of `lead_counts`. */
function count(row: 'NEW' | 'OLD', by: 1 | -1): string {
  return `INSERT INTO lead_counts (campaign_id, status, contacted, conversed, achieved, leads)
    VALUES (${row}.campaign_id, ${row}.status, ${row}.contacted, ${row}.conversations > 0,
      ${row}.goal IS 'achieved', ${by})
    ON CONFLICT DO UPDATE SET leads = leads + ${by}`
}
