/** What calls are counted by: each call once for each of these. */
const kinds = { trunk: 'trunk_id', number: 'number_id', attempt: 'attempt', place: 'place_id' } as const
const sums = [
  'calls',
  'answered',
  'talk_ms',
  'achieved',
  'opt_outs',
  'cost_micros',
  'rang',
  'pdd_ms',
] as const
const hourOfCall = 'NEW.sending_at - NEW.sending_at % 3600000'

const ofKind = ([kind, column]: readonly string[]) =>
  `(NEW.campaign_id, '${kind}', NEW.${column}, NEW.agent_version_id, NEW.result, ${hourOfCall}, 1,
    NEW.answered_at IS NOT NULL, ifnull(NEW.talk_ms, 0), NEW.goal IS 'achieved', NEW.opted_out, NEW.cost_micros,
    NEW.pdd_ms IS NOT NULL, ifnull(NEW.pdd_ms, 0))`
const countCall = `INSERT INTO call_sums (campaign_id, kind, key, agent_version_id, result, hour, ${sums.join(', ')})
  VALUES ${Object.entries(kinds).map(ofKind).join(',\n  ')}
  ON CONFLICT DO UPDATE SET ${sums.map(sum => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`

const correctKind = ([kind, column]: readonly string[]) =>
  `UPDATE call_sums SET achieved = achieved + (NEW.goal IS 'achieved') - (OLD.goal IS 'achieved')
    WHERE campaign_id = NEW.campaign_id AND kind = '${kind}' AND key = NEW.${column}
      AND agent_version_id = NEW.agent_version_id AND result = NEW.result AND hour = ${hourOfCall}`

/** Calls, what happened on them, their counts, which triggers keep, and their messages. */
export const calls = [
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
  // Few by nature, and looked for among millions.
  `CREATE INDEX calls_opted_out ON calls (id) WHERE opted_out = 1`,
  `CREATE INDEX calls_by_goal ON calls (goal, id) WHERE goal IS NOT NULL`,
  // With a conversation or not, a person answered.
  `CREATE INDEX calls_abandoned ON calls (campaign_id, lead_id, run) WHERE result = 'abandoned'`,
  // Not sent yet, but taken from their number's cap already.
  `CREATE INDEX calls_reserved ON calls (number_id) WHERE state = 'reserved'`,
  `CREATE INDEX calls_of_lead ON calls (lead_id, id)`,
  `CREATE INDEX calls_of_contact ON calls (contact_id, id)`,
  // Legal caps count by number, over all campaigns.
  `CREATE INDEX calls_to_number ON calls (to_number, sending_at)`,
  // What the last days say about a caller ID, without the rest of the row.
  `CREATE INDEX calls_ended ON calls (ended_at) WHERE state = 'ended'`,
  // Contact by contact all that is counted of calls, without the rest of the row.
  `CREATE INDEX calls_counted ON calls (campaign_id, lead_id, sending_at, place_id, number_id, trunk_id,
    agent_version_id, attempt, result, goal, answered_at, talk_ms, opted_out, cost_micros)
    WHERE state = 'ended' AND sending_at IS NOT NULL`,

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

  // Each call four times, by the UTC hour in which it left: analytics never goes through three million rows.
  `CREATE TABLE call_sums (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    agent_version_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    hour INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    talk_ms INTEGER NOT NULL,
    achieved INTEGER NOT NULL,
    opt_outs INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    rang INTEGER NOT NULL,
    pdd_ms INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, kind, key, agent_version_id, result, hour)
  ) STRICT, WITHOUT ROWID`,
  // What the trunks carried today, of all campaigns and years.
  `CREATE INDEX call_sums_of_trunks ON call_sums (hour) WHERE kind = 'trunk'`,
  `CREATE TRIGGER call_is_counted AFTER UPDATE OF state ON calls
    WHEN NEW.state = 'ended' AND OLD.state <> 'ended' AND NEW.sending_at IS NOT NULL BEGIN ${countCall}; END`,
  `CREATE TRIGGER past_call_is_counted AFTER INSERT ON calls
    WHEN NEW.state = 'ended' AND NEW.sending_at IS NOT NULL BEGIN ${countCall}; END`,
  // A correction.
  `CREATE TRIGGER call_goal_is_counted AFTER UPDATE OF goal ON calls
    WHEN OLD.state = 'ended' AND (NEW.goal IS 'achieved') <> (OLD.goal IS 'achieved') BEGIN
    ${Object.entries(kinds).map(correctKind).join(';\n    ')};
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
]
