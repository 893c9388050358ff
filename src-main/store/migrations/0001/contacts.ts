/** Contacts and where they are, their groups, and what was changed about them. */
export const contacts = [
  `CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT,
    region TEXT,
    line TEXT NOT NULL,
    zones TEXT NOT NULL
  ) STRICT`,

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

  // AUTOINCREMENT: what is taken back never lands in another list, or under another tag, than it stood in.
  `CREATE TABLE lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    id INTEGER PRIMARY KEY AUTOINCREMENT,
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
]
