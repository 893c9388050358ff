const quarterMs = 900_000

// A call that was taken back unsent never ends.
const left = `NEW.state = 'ended' AND NEW.sending_at IS NOT NULL`
const addToQuarter = `INSERT INTO call_quarters (campaign_id, quarter, place_id, calls, people)
  VALUES (NEW.campaign_id, NEW.sending_at - NEW.sending_at % ${quarterMs}, NEW.place_id, 1, NEW.result IS 'answered')
  ON CONFLICT DO UPDATE SET calls = calls + 1, people = people + excluded.people`

/** What the pages of a campaign count of its calls, kept by triggers: nobody counts millions of calls to look at it. */
export const heatmap = [
  // Quarters of an hour, since the clocks of some zones stand a quarter apart from UTC's hours.
  `CREATE TABLE call_quarters (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    quarter INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES places (id),
    calls INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, quarter, place_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER calls_by_quarter AFTER UPDATE OF state ON calls WHEN ${left} AND OLD.state <> 'ended' BEGIN
    ${addToQuarter};
  END`,
  `CREATE TRIGGER past_calls_by_quarter AFTER INSERT ON calls WHEN ${left} BEGIN ${addToQuarter}; END`,

  `CREATE TABLE goal_counts (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    outcome TEXT NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, outcome)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER goals_counted_in AFTER UPDATE OF state, goal ON calls WHEN ${tells('NEW')} BEGIN
    ${countGoal('NEW', 1)};
  END`,
  `CREATE TRIGGER past_goals_counted AFTER INSERT ON calls WHEN ${tells('NEW')} BEGIN ${countGoal('NEW', 1)}; END`,
  `CREATE TRIGGER goals_counted_out AFTER UPDATE OF state, goal ON calls WHEN ${tells('OLD')} BEGIN
    ${countGoal('OLD', -1)};
  END`,
]

/** Conversations, and whatever else came to a goal. */
function tells(row: 'NEW' | 'OLD'): string {
  return `${row}.state = 'ended' AND (${row}.result IS 'answered' OR ${row}.goal IS NOT NULL)`
}

function countGoal(row: 'NEW' | 'OLD', by: 1 | -1): string {
  return `INSERT INTO goal_counts (campaign_id, outcome, calls)
    VALUES (${row}.campaign_id, ifnull(${row}.goal, 'unknown'), ${by})
    ON CONFLICT DO UPDATE SET calls = calls + ${by}`
}
