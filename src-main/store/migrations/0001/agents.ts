/** Agents, each version that was published, and the numbers they show. */
export const agents = [
  `CREATE TABLE agents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE,
    notes TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    draft TEXT NOT NULL,
    published_version_id INTEGER REFERENCES agent_versions (id),
    revision INTEGER NOT NULL DEFAULT 1,
    draft_revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER
  ) STRICT`,
  `CREATE UNIQUE INDEX agents_by_name ON agents (name) WHERE deleted_at IS NULL`,
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
]
