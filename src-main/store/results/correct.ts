import { hourOf } from '../../domain/figures.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import type { CallId, GoalId, Instant, QuestionId } from '../../domain/ids.ts'
import { resultSources } from '../../domain/results/find-results.ts'
import type { AnswerValue } from '../../domain/results/question.ts'
import { hasConversed } from '../engine/result-records.ts'
import type { Statements } from '../sqlite-file.ts'

interface By {
  readonly actor: string
  readonly reason: string
  readonly at: Instant
}

export interface GoalCorrection extends By {
  readonly outcome: GoalOutcome
  /** 0–100. */
  readonly score: number
}

/**
 * Puts a supervisor's word beside what steps and rules found, or takes it back, and carries what counts now to the call,
 * its contact and the figures. To be called within a transaction.
 */
export function correctGoal(
  sql: Statements,
  call: CallId,
  goal: GoalId,
  correction: GoalCorrection | null,
): void {
  sql.run(`DELETE FROM goal_results WHERE call_id = ? AND goal_id = ? AND source = 'supervisor'`, call, goal)
  if (correction !== null)
    sql.run(
      `INSERT INTO goal_results (call_id, conversed, goal_id, source, outcome, score, evidence, corrected_by, at)
       VALUES (?, ${hasConversed}, ?, 'supervisor', ?, ?, ?, ?, ?)`,
      call,
      call,
      goal,
      correction.outcome,
      correction.score,
      reasonOf(correction),
      correction.actor,
      correction.at,
    )
  if (sql.first('SELECT 1 FROM goals WHERE id = ? AND is_primary = 1', goal)) recountCall(sql, call, goal)
}

export function correctAnswer(
  sql: Statements,
  call: CallId,
  question: QuestionId,
  correction: (By & { readonly value: AnswerValue }) | null,
): void {
  sql.run(
    `DELETE FROM answers WHERE call_id = ? AND question_id = ? AND source = 'supervisor'`,
    call,
    question,
  )
  if (correction !== null)
    sql.run(
      `INSERT INTO answers (call_id, conversed, question_id, source, value, evidence, corrected_by, at)
       VALUES (?, ${hasConversed}, ?, 'supervisor', ?, ?, ?, ?)`,
      call,
      call,
      question,
      JSON.stringify(correction.value),
      reasonOf(correction),
      correction.actor,
      correction.at,
    )
}

const reasonOf = ({ reason }: By) => (reason === '' ? null : JSON.stringify({ atMs: 0, words: reason }))

/** The order in which sources count, as SQL. */
export const bySource = `CASE source ${resultSources.map((source, at) => `WHEN '${source}' THEN ${at}`).join(' ')} END`

/** The outcome of a goal that counts for a call. */
export const countingOutcome = `(SELECT outcome FROM goal_results
  WHERE call_id = calls.id AND goal_id = ? ORDER BY ${bySource} LIMIT 1)`

/** From worst to best; `null` is below all. */
const best = `CASE max(CASE goal WHEN 'achieved' THEN 3 WHEN 'partially_achieved' THEN 2 WHEN 'not_achieved' THEN 1 ELSE 0 END)
  WHEN 3 THEN 'achieved' WHEN 2 THEN 'partially_achieved' WHEN 1 THEN 'not_achieved' END`

function recountCall(sql: Statements, call: CallId, goal: GoalId): void {
  const before = sql.first<{
    goal: GoalOutcome | null
    result: string
    endedAt: Instant
    campaign: number
    lead: number
    contact: number
  }>(
    `SELECT goal, result, ended_at AS endedAt, campaign_id AS campaign, lead_id AS lead, contact_id AS contact
     FROM calls WHERE id = ?`,
    call,
  )
  if (before === undefined) return
  sql.run(`UPDATE calls SET goal = ${countingOutcome} WHERE id = ?`, goal, call)
  const now = sql.first<{ goal: GoalOutcome | null }>('SELECT goal FROM calls WHERE id = ?', call)
  const change = Number(now?.goal === 'achieved') - Number(before.goal === 'achieved')
  sql.run(
    'UPDATE campaign_hours SET achieved = achieved + ? WHERE campaign_id = ? AND hour = ? AND result = ?',
    change,
    before.campaign,
    hourOf(before.endedAt),
    before.result,
  )
  // Of all runs that the contact remembers.
  sql.run(
    `UPDATE leads SET goal = (SELECT ${best} FROM calls JOIN campaigns ON campaigns.id = calls.campaign_id
       WHERE calls.lead_id = leads.id AND calls.run >= campaigns.history_from)
     WHERE id = ?`,
    before.lead,
  )
  sql.run(
    `UPDATE contacts SET goal_achieved = EXISTS (SELECT 1 FROM calls
       WHERE contact_id = contacts.id AND goal = 'achieved') WHERE id = ?`,
    before.contact,
  )
}
