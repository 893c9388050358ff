/** Settings of the workspace, what people are told, and what they did. */
export const workspace = [
  `CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

  // Tells whether a backup is one of this workspace.
  `INSERT INTO settings VALUES ('workspace_id', '"' || lower(hex(randomblob(16))) || '"', 0)`,

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
  // What was done to one thing.
  `CREATE INDEX audit_of_subject ON audit (subject, id)`,
  `CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
  `CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
]
