import type { CampaignId, GoalId, Instant, QuestionId } from '../../domain/ids.ts'
import type { Goal } from '../../domain/results/goal.ts'
import type { Question } from '../../domain/results/question.ts'
import type { Statements } from '../sqlite-file.ts'

/** All of these are to be called within a transaction. */

/** Without an id a new one at the end; the first open goal of a campaign is its primary one. */
export function saveGoal(
  sql: Statements,
  campaign: CampaignId,
  goal: Pick<Goal, 'key' | 'name' | 'description' | 'kind' | 'rules'> & { readonly id: GoalId | undefined },
): GoalId {
  const { id, key, name, description, kind } = goal
  const rules = JSON.stringify(goal.rules)
  if (id !== undefined) {
    sql.run(
      'UPDATE goals SET key = ?, name = ?, description = ?, kind = ?, rules = ? WHERE id = ? AND campaign_id = ?',
      key,
      name,
      description,
      kind,
      rules,
      id,
      campaign,
    )
    return id
  }
  return sql.run(
    `INSERT INTO goals (campaign_id, position, key, name, description, kind, is_primary, rules)
     VALUES (?, (SELECT ifnull(max(position), -1) + 1 FROM goals WHERE campaign_id = ?), ?, ?, ?, ?,
       NOT EXISTS (SELECT 1 FROM goals WHERE campaign_id = ? AND is_primary = 1), ?)`,
    campaign,
    campaign,
    key,
    name,
    description,
    kind,
    campaign,
    rules,
  ).id as GoalId
}

export function saveQuestion(
  sql: Statements,
  campaign: CampaignId,
  question: Pick<Question, 'key' | 'text' | 'form' | 'isActive' | 'rules'> & {
    readonly id: QuestionId | undefined
  },
): QuestionId {
  const { id, key, text } = question
  const values = [
    key,
    text,
    JSON.stringify(question.form),
    question.isActive ? 1 : 0,
    JSON.stringify(question.rules),
  ]
  if (id !== undefined) {
    sql.run(
      `UPDATE questions SET key = ?, text = ?, form = ?, is_active = ?, rules = ? WHERE id = ? AND campaign_id = ?`,
      ...values,
      id,
      campaign,
    )
    return id
  }
  return sql.run(
    `INSERT INTO questions (campaign_id, position, key, text, form, is_active, rules)
     VALUES (?, (SELECT ifnull(max(position), -1) + 1 FROM questions WHERE campaign_id = ?), ?, ?, ?, ?, ?)`,
    campaign,
    campaign,
    ...values,
  ).id as QuestionId
}

/** Conversion is counted by it from the next call on; calls that are over keep what they counted by. */
export function setPrimary(sql: Statements, campaign: CampaignId, goal: GoalId): void {
  sql.run('UPDATE goals SET is_primary = 0 WHERE campaign_id = ? AND is_primary = 1', campaign)
  sql.run('UPDATE goals SET is_primary = 1 WHERE id = ?', goal)
}

/** An archived primary goal hands its place to the first open one. */
export function archiveGoal(sql: Statements, campaign: CampaignId, goal: GoalId, at: Instant | null): void {
  sql.run(
    'UPDATE goals SET archived_at = ?, is_primary = CASE WHEN ? THEN 0 ELSE is_primary END WHERE id = ?',
    at,
    at === null ? 0 : 1,
    goal,
  )
  sql.run(
    `UPDATE goals SET is_primary = 1 WHERE id = (SELECT id FROM goals
       WHERE campaign_id = ? AND archived_at IS NULL ORDER BY position, id LIMIT 1)
     AND NOT EXISTS (SELECT 1 FROM goals WHERE campaign_id = ? AND is_primary = 1)`,
    campaign,
    campaign,
  )
}

export const archiveQuestion = (sql: Statements, question: QuestionId, at: Instant | null): unknown =>
  sql.run('UPDATE questions SET archived_at = ? WHERE id = ?', at, question)
