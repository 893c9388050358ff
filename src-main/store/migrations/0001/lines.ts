/** Trunks, what tests them, and the numbers that calls show. */
export const lines = [
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

  `CREATE TABLE test_calls (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    to_number TEXT NOT NULL,
    facts TEXT NOT NULL,
    dialog TEXT
  ) STRICT`,

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
]
