const counted = ['calls', 'answered', 'talk_ms', 'achieved', 'opt_outs', 'cost_micros'] as const

/** Campaigns, what they call with, and their figures by hour. */
export const campaigns = [
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
    history_from INTEGER NOT NULL DEFAULT 0,
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
  // Today over all campaigns, which home asks for every second.
  `CREATE INDEX campaign_hours_by_hour ON campaign_hours (hour)`,
  // Their sums, which every open page asks for twice a second: hours grow by thousands a year.
  `CREATE TABLE campaign_totals (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    result TEXT NOT NULL,
    calls INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    talk_ms INTEGER NOT NULL,
    achieved INTEGER NOT NULL,
    opt_outs INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, result)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER hour_began AFTER INSERT ON campaign_hours BEGIN
    INSERT INTO campaign_totals (campaign_id, result, ${counted.join(', ')})
    VALUES (NEW.campaign_id, NEW.result, ${counted.map(count => `NEW.${count}`).join(', ')})
    ON CONFLICT DO UPDATE SET ${counted.map(count => `${count} = ${count} + excluded.${count}`).join(', ')};
  END`,
  `CREATE TRIGGER hour_went_on AFTER UPDATE ON campaign_hours BEGIN
    UPDATE campaign_totals SET ${counted.map(count => `${count} = ${count} + NEW.${count} - OLD.${count}`).join(', ')}
    WHERE campaign_id = NEW.campaign_id AND result = NEW.result;
  END`,
  `CREATE TRIGGER hour_was_removed AFTER DELETE ON campaign_hours BEGIN
    UPDATE campaign_totals SET ${counted.map(count => `${count} = ${count} - OLD.${count}`).join(', ')}
    WHERE campaign_id = OLD.campaign_id AND result = OLD.result;
  END`,
]
