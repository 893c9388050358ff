import type { CallId, Instant } from '../../domain/ids.ts'
import type { Results } from '../../domain/results/find-results.ts'
import type { Statements } from '../sqlite-file.ts'

/** Of an ended call, whose id is bound to it. */
export const hasConversed = `(SELECT result = 'answered' FROM calls WHERE id = ?)`

/** What steps and rules found in a conversation. */
export function addResults(sql: Statements, call: CallId, { goals, answers }: Results, at: Instant): void {
  for (const { goal, source, outcome, score, evidence } of goals)
    sql.run(
      `INSERT INTO goal_results (call_id, conversed, goal_id, source, outcome, score, evidence, at)
       VALUES (?, ${hasConversed}, ?, ?, ?, ?, ?, ?)`,
      call,
      call,
      goal,
      source,
      outcome,
      score,
      evidence && JSON.stringify(evidence),
      at,
    )
  for (const { question, source, value, evidence } of answers)
    sql.run(
      `INSERT INTO answers (call_id, conversed, question_id, source, value, evidence, at)
       VALUES (?, ${hasConversed}, ?, ?, ?, ?, ?)`,
      call,
      call,
      question,
      source,
      JSON.stringify(value),
      evidence && JSON.stringify(evidence),
      at,
    )
}
