/** Long work on contacts. */
export const jobs = [
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
    crashes INTEGER NOT NULL DEFAULT 0,
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
]
