import type { CommittedRows } from './open-file.ts'

/** Figures that are kept while things happen, against the same counted from the rows; and what must always fit. */
const recounts: readonly { readonly what: string; readonly kept: string; readonly counted: string }[] = [
  {
    what: 'contacts by status',
    kept: `SELECT campaign_id AS a, status || contacted || conversed || achieved AS b, leads AS c FROM lead_counts
      WHERE leads <> 0`,
    counted: `SELECT campaign_id AS a, status || contacted || (conversations > 0) || (goal IS 'achieved') AS b,
      count(*) AS c FROM leads GROUP BY 1, 2`,
  },
  {
    what: 'contacts that wait',
    kept: `SELECT campaign_id AS a, place_id || status || priority || hold AS b, leads AS c FROM lead_queue
      WHERE leads <> 0`,
    counted: `SELECT campaign_id AS a, place_id || status || priority || ifnull(hold, '') AS b, count(*) AS c FROM leads
      WHERE status IN ('pending', 'retry') GROUP BY 1, 2`,
  },
  {
    what: 'ended calls by result',
    kept: `SELECT campaign_id AS a, result AS b, sum(calls) || ' ' || sum(answered) || ' ' || sum(talk_ms) || ' ' ||
      sum(achieved) || ' ' || sum(opt_outs) || ' ' || sum(cost_micros) AS c FROM campaign_hours GROUP BY 1, 2`,
    counted: `SELECT campaign_id AS a, result AS b, count(*) || ' ' || sum(answered_at IS NOT NULL) || ' ' ||
      sum(ifnull(talk_ms, 0)) || ' ' || sum(goal IS 'achieved') || ' ' || sum(opted_out) || ' ' || sum(cost_micros) AS c
      FROM calls WHERE state = 'ended' GROUP BY 1, 2`,
  },
  {
    what: 'calls by result over all hours',
    kept: `SELECT campaign_id AS a, result AS b, calls || ' ' || answered || ' ' || talk_ms || ' ' || achieved || ' ' ||
      opt_outs || ' ' || cost_micros AS c FROM campaign_totals WHERE calls <> 0`,
    counted: `SELECT campaign_id AS a, result AS b, sum(calls) || ' ' || sum(answered) || ' ' || sum(talk_ms) || ' ' ||
      sum(achieved) || ' ' || sum(opt_outs) || ' ' || sum(cost_micros) AS c FROM campaign_hours GROUP BY 1, 2`,
  },
  {
    what: 'calls by quarter of an hour',
    kept: `SELECT campaign_id AS a, quarter || ' ' || place_id AS b, calls || ' ' || people AS c FROM call_quarters`,
    counted: `SELECT campaign_id AS a, (sending_at - sending_at % 900000) || ' ' || place_id AS b,
      count(*) || ' ' || sum(result = 'answered') AS c FROM calls WHERE state = 'ended' GROUP BY 1, 2`,
  },
  ...Object.entries({ trunk: 'trunk_id', number: 'number_id', attempt: 'attempt', place: 'place_id' }).map(
    ([kind, column]) => ({
      what: `calls by ${kind}`,
      kept: `SELECT campaign_id AS a, key || ' ' || agent_version_id || ' ' || result || ' ' || hour AS b,
        calls || ' ' || answered || ' ' || talk_ms || ' ' || achieved || ' ' || opt_outs || ' ' || cost_micros
        || ' ' || rang || ' ' || pdd_ms AS c FROM call_sums WHERE kind = '${kind}'`,
      counted: `SELECT campaign_id AS a, ${column} || ' ' || agent_version_id || ' ' || result || ' ' ||
        (sending_at - sending_at % 3600000) AS b, count(*) || ' ' || sum(answered_at IS NOT NULL) || ' ' ||
        sum(ifnull(talk_ms, 0)) || ' ' || sum(goal IS 'achieved') || ' ' || sum(opted_out) || ' ' || sum(cost_micros) || ' ' ||
        count(pdd_ms) || ' ' || sum(ifnull(pdd_ms, 0)) AS c FROM calls WHERE state = 'ended' GROUP BY 1, 2`,
    }),
  ),
  {
    what: 'outcomes of the primary goal',
    kept: `SELECT campaign_id AS a, outcome AS b, calls AS c FROM goal_counts WHERE calls <> 0`,
    counted: `SELECT campaign_id AS a, ifnull(goal, 'unknown') AS b, count(*) AS c FROM calls
      WHERE state = 'ended' AND (result = 'answered' OR goal IS NOT NULL) GROUP BY 1, 2`,
  },
  {
    what: 'money spent',
    kept: `SELECT id AS a, 0 AS b, cost_micros AS c FROM campaigns WHERE cost_micros <> 0`,
    counted: `SELECT campaign_id AS a, 0 AS b, sum(cost_micros) AS c FROM calls GROUP BY 1 HAVING c <> 0`,
  },
  {
    what: 'calls under each caller ID',
    kept: `SELECT number_id AS a, 0 AS b, sum(calls) || ' ' || sum(answered) AS c FROM number_days GROUP BY 1`,
    counted: `SELECT number_id AS a, 0 AS b, count(*) || ' ' || sum(answered_at IS NOT NULL AND state = 'ended') AS c
      FROM calls WHERE sending_at IS NOT NULL GROUP BY 1`,
  },
  {
    what: 'contacts on a call and calls that are up',
    kept: `SELECT id AS a, 0 AS b, 1 AS c FROM leads WHERE status IN ('queued', 'dialing', 'in_call')`,
    counted: `SELECT lead_id AS a, 0 AS b, count(*) AS c FROM calls WHERE state <> 'ended' GROUP BY 1`,
  },
]

interface Figure {
  readonly a: number
  readonly b: string | number
  readonly c: string | number
}

/** Every figure that differs from its recount, in words. */
export function judgeStore(file: CommittedRows, contacts: ReadonlyMap<number, number>): readonly string[] {
  const problems: string[] = []
  const text = (rows: readonly Figure[]) => rows.map(({ a, b, c }) => `${a} ${b}: ${c}`).sort()
  for (const { what, kept, counted } of recounts) {
    const known = text(file.rows<Figure>(kept))
    const real = text(file.rows<Figure>(counted))
    if (known.join('\n') !== real.join('\n')) problems.push(`${what}: kept ${known}, counted ${real}`)
  }
  for (const [campaign, count] of contacts) {
    const row = file.first<{ readonly leads: number }>(
      'SELECT count(*) AS leads FROM leads WHERE campaign_id = ?',
      campaign,
    )
    if (row?.leads !== count) problems.push(`campaign ${campaign} has ${row?.leads} contacts of ${count}`)
  }
  return problems
}
