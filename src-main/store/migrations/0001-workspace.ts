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
    rates TEXT,
    balance_micros INTEGER,
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
    country TEXT,
    area TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT 'UTC',
    proof TEXT NOT NULL DEFAULT '',
    excluded_at INTEGER,
    excluded_until INTEGER,
    exclusion TEXT NOT NULL DEFAULT '',
    excluded_by TEXT,
    probation_at INTEGER,
    probation_left INTEGER NOT NULL DEFAULT 0,
    score INTEGER NOT NULL DEFAULT 0,
    scored_from INTEGER NOT NULL DEFAULT 0,
    score_parts TEXT,
    score_at INTEGER,
    score_set TEXT,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX numbers_of_trunk ON numbers (trunk_id)`,
  `CREATE TABLE number_days (
    number_id INTEGER NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    calls INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (number_id, day)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT,
    region TEXT,
    line TEXT NOT NULL,
    zones TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE business_hours (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    zone TEXT NOT NULL,
    windows TEXT NOT NULL,
    holidays TEXT,
    closed_days TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,

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
  `CREATE TABLE agent_numbers (
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (agent_id, number_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX agent_numbers_of_number ON agent_numbers (number_id)`,

  `CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE,
    notes TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    state_since INTEGER NOT NULL DEFAULT 0,
    drains_towards TEXT,
    pause_reason TEXT,
    pause_detail TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL,
    schedule TEXT NOT NULL,
    business_hours_id INTEGER REFERENCES business_hours (id),
    agent_version_id INTEGER REFERENCES agent_versions (id),
    run INTEGER NOT NULL DEFAULT 0,
    launch TEXT,
    test_contacts INTEGER,
    cost_micros INTEGER NOT NULL DEFAULT 0,
    numbers_out_since INTEGER,
    deleted_at INTEGER,
    erasing INTEGER NOT NULL DEFAULT 0,
    launching TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    launched_at INTEGER,
    ended_at INTEGER,
    last_start_at INTEGER,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((state = 'draining') = (drains_towards IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX campaigns_by_state ON campaigns (state)`,
  // The name of a deleted campaign is free again; its calls stay.
  `CREATE UNIQUE INDEX campaigns_by_name ON campaigns (name) WHERE deleted_at IS NULL`,
  `CREATE TABLE campaign_trunks (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    trunk_id INTEGER NOT NULL REFERENCES trunks (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, trunk_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX campaign_trunks_of_trunk ON campaign_trunks (trunk_id)`,
  // What carries a campaign's calls: its own group, or the workspace's default trunk.
  `CREATE VIEW used_trunks AS
    SELECT campaign_id, trunk_id, position FROM campaign_trunks
    UNION ALL
    SELECT campaigns.id, trunks.id, 0 FROM campaigns JOIN trunks ON trunks.is_default = 1
    WHERE NOT EXISTS (SELECT 1 FROM campaign_trunks own WHERE own.campaign_id = campaigns.id)`,
  `CREATE TABLE campaign_numbers (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    position INTEGER NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    weight INTEGER NOT NULL DEFAULT 1,
    last_call_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, number_id)
  ) STRICT, WITHOUT ROWID`,

  // AUTOINCREMENT: the changes of a contact that was deleted never become those of another.
  `CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone TEXT UNIQUE,
    phone_as_imported TEXT NOT NULL DEFAULT '',
    country TEXT,
    phone_type TEXT,
    zone TEXT,
    place_id INTEGER NOT NULL REFERENCES places (id),
    name TEXT NOT NULL DEFAULT '',
    name_key TEXT NOT NULL DEFAULT '',
    language TEXT,
    fields TEXT NOT NULL,
    texted INTEGER NOT NULL DEFAULT 0,
    opened_link INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER REFERENCES jobs (id),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    calls INTEGER NOT NULL DEFAULT 0,
    conversations INTEGER NOT NULL DEFAULT 0,
    talk_ms INTEGER NOT NULL DEFAULT 0,
    last_called_at INTEGER,
    last_result TEXT,
    goal_achieved INTEGER NOT NULL DEFAULT 0,
    transferred_ms INTEGER
  ) STRICT`,
  `CREATE INDEX contacts_by_name ON contacts (name_key, id)`,
  `CREATE INDEX contacts_by_place ON contacts (country, place_id)`,
  `CREATE INDEX contacts_by_added ON contacts (created_at)`,
  `CREATE INDEX contacts_of_import ON contacts (import_id) WHERE import_id IS NOT NULL`,
  // Whether an import can still be taken back: one probe, and nothing to keep up while nobody is called.
  `CREATE INDEX contacts_called_of_import ON contacts (import_id) WHERE import_id IS NOT NULL AND calls > 0`,
  // What only calls fill costs an import nothing but the end of one index.
  `CREATE INDEX contacts_never_called ON contacts (id) WHERE calls = 0`,
  `CREATE INDEX contacts_by_last_called ON contacts (last_called_at) WHERE calls > 0`,
  `CREATE INDEX contacts_by_calls ON contacts (calls) WHERE calls > 0`,
  `CREATE INDEX contacts_by_conversations ON contacts (conversations) WHERE calls > 0`,
  `CREATE INDEX contacts_by_last_result ON contacts (last_result) WHERE calls > 0`,
  `CREATE INDEX contacts_achieved ON contacts (id) WHERE goal_achieved = 1`,
  `CREATE INDEX contacts_transferred ON contacts (id) WHERE transferred_ms IS NOT NULL`,
  `CREATE INDEX contacts_texted ON contacts (id) WHERE texted = 1`,
  `CREATE INDEX contacts_opened_link ON contacts (id) WHERE opened_link = 1`,
  `CREATE TABLE further_phones (
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    phone TEXT NOT NULL UNIQUE,
    place_id INTEGER NOT NULL REFERENCES places (id),
    PRIMARY KEY (contact_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    purpose TEXT,
    channel TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    given_at INTEGER NOT NULL,
    expires_at INTEGER,
    withdrawn_at INTEGER
  ) STRICT`,
  `CREATE INDEX consents_of_contact ON consents (contact_id)`,

  `CREATE TABLE lists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    notes TEXT NOT NULL DEFAULT '',
    contacts INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE list_contacts (
    list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    PRIMARY KEY (list_id, contact_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX lists_of_contact ON list_contacts (contact_id)`,
  `CREATE TRIGGER list_grows AFTER INSERT ON list_contacts BEGIN
    UPDATE lists SET contacts = contacts + 1 WHERE id = NEW.list_id;
  END`,
  `CREATE TRIGGER list_shrinks AFTER DELETE ON list_contacts BEGIN
    UPDATE lists SET contacts = contacts - 1 WHERE id = OLD.list_id;
  END`,
  `CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE
  ) STRICT`,
  `CREATE TABLE contact_tags (
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, contact_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX tags_of_contact ON contact_tags (contact_id)`,
  `CREATE TABLE segments (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    filter TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE contact_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    job_id INTEGER REFERENCES jobs (id),
    revision INTEGER,
    change TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX changes_of_contact ON contact_changes (contact_id, id)`,
  `CREATE INDEX changes_of_job ON contact_changes (job_id, id) WHERE job_id IS NOT NULL`,
  `CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    actor TEXT NOT NULL,
    title TEXT NOT NULL,
    input TEXT NOT NULL,
    progress TEXT,
    checkpoint TEXT,
    result TEXT,
    message TEXT NOT NULL DEFAULT '',
    undone_by INTEGER REFERENCES jobs (id),
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER
  ) STRICT`,
  `CREATE INDEX jobs_under_way ON jobs (id) WHERE state IN ('waiting', 'running')`,
  `CREATE TABLE import_mappings (
    headings TEXT NOT NULL PRIMARY KEY,
    columns TEXT NOT NULL,
    used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

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
    place_id INTEGER NOT NULL REFERENCES places (id),
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
    opted_out INTEGER NOT NULL DEFAULT 0,
    transferred_ms INTEGER,
    cost_micros INTEGER NOT NULL DEFAULT 0,
    currency TEXT,
    lead_before TEXT NOT NULL,
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
  `CREATE INDEX calls_of_number ON calls (number_id, sending_at, contact_id)`,
  // Not sent yet, but taken from their number's cap already.
  `CREATE INDEX calls_reserved ON calls (number_id) WHERE state = 'reserved'`,
  `CREATE INDEX calls_of_lead ON calls (lead_id, id)`,
  `CREATE INDEX calls_of_contact ON calls (contact_id, id)`,
  // Legal caps count by number, over all campaigns.
  `CREATE INDEX calls_to_number ON calls (to_number, sending_at)`,
  // What the last days say about a caller ID, without the rest of the row.
  `CREATE INDEX calls_ended ON calls (ended_at) WHERE state = 'ended'`,

  // What the contact itself shows of its calls. A call that was taken back unsent never ends.
  `CREATE TRIGGER contact_was_called AFTER UPDATE OF state ON calls
    WHEN NEW.state = 'ended' AND OLD.state <> 'ended' AND NEW.sending_at IS NOT NULL BEGIN
    UPDATE contacts SET
      calls = calls + 1,
      conversations = conversations + (NEW.result IS 'answered'),
      talk_ms = talk_ms + ifnull(NEW.talk_ms, 0),
      last_result = CASE WHEN NEW.sending_at >= ifnull(last_called_at, 0) THEN NEW.result ELSE last_result END,
      last_called_at = max(NEW.sending_at, ifnull(last_called_at, 0)),
      goal_achieved = max(goal_achieved, NEW.goal IS 'achieved'),
      transferred_ms = nullif(max(ifnull(transferred_ms, -1), ifnull(NEW.transferred_ms, -1)), -1)
    WHERE id = NEW.contact_id;
  END`,

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
    cost_micros INTEGER NOT NULL DEFAULT 0,
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
    expires_at INTEGER,
    CHECK ((scope = 'campaign') = (campaign_id IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX suppressions_once ON suppressions (number, scope, ifnull(campaign_id, 0))`,
  `CREATE INDEX suppressions_of_campaign ON suppressions (campaign_id, number) WHERE campaign_id IS NOT NULL`,

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
