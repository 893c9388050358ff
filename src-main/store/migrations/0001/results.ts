/** What a campaign asks of its conversations, and what each of them gave. */
export const results = [
  `CREATE TABLE goals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    is_primary INTEGER NOT NULL DEFAULT 0,
    rules TEXT NOT NULL,
    archived_at INTEGER,
    UNIQUE (campaign_id, key),
    CHECK (is_primary = 0 OR archived_at IS NULL)
  ) STRICT`,
  `CREATE UNIQUE INDEX goals_primary ON goals (campaign_id) WHERE is_primary = 1`,
  `CREATE TABLE questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1,
    rules TEXT NOT NULL,
    archived_at INTEGER,
    UNIQUE (campaign_id, key)
  ) STRICT`,
  // One row per source: a correction stands beside what it corrects. `conversed` repeats what the call came to, so that
  // conversations without a result are told without a look at the calls.
  `CREATE TABLE goal_results (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    goal_id INTEGER NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    outcome TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    evidence TEXT,
    corrected_by TEXT,
    at INTEGER NOT NULL,
    conversed INTEGER NOT NULL,
    PRIMARY KEY (call_id, goal_id, source),
    CHECK ((source = 'supervisor') = (corrected_by IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX goal_results_of_goal ON goal_results (goal_id, call_id, source, outcome, conversed)`,
  `CREATE TABLE answers (
    call_id INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    value TEXT NOT NULL,
    evidence TEXT,
    corrected_by TEXT,
    at INTEGER NOT NULL,
    conversed INTEGER NOT NULL,
    PRIMARY KEY (call_id, question_id, source),
    CHECK ((source = 'supervisor') = (corrected_by IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX answers_of_question ON answers (question_id, call_id, source, value, conversed)`,
]
