import type { Kysely } from 'kysely'
import type { CampaignId } from '../../domain/ids.ts'
import type { Definitions } from '../../domain/results/find-results.ts'
import type { Goal } from '../../domain/results/goal.ts'
import type { Question } from '../../domain/results/question.ts'
import { parseOnce } from '../engine/parse-once.ts'
import type { Statements } from '../sqlite-file.ts'
import type { GoalRow, QuestionRow } from '../tables/results.ts'
import type { Tables } from '../tables.ts'

/** Goals and questions of a campaign in their order, archived ones among them. */
export const definitionsOf = (sql: Pick<Statements, 'rows'>, campaign: CampaignId): Definitions => ({
  goals: sql
    .rows<GoalRow>('SELECT * FROM goals WHERE campaign_id = ? ORDER BY position, id', campaign)
    .map(toGoal),
  questions: sql
    .rows<QuestionRow>('SELECT * FROM questions WHERE campaign_id = ? ORDER BY position, id', campaign)
    .map(toQuestion),
})

/** The same beside a transaction, for what people look at. */
export async function readDefinitions(db: Kysely<Tables>, campaign: CampaignId): Promise<Definitions> {
  const [goals, questions] = await Promise.all([
    db
      .selectFrom('goals')
      .selectAll()
      .where('campaign_id', '=', campaign)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('questions')
      .selectAll()
      .where('campaign_id', '=', campaign)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ])
  return { goals: goals.map(toGoal), questions: questions.map(toQuestion) }
}

const toGoal = ({ id, key, name, description, kind, is_primary, rules, archived_at }: GoalRow): Goal => ({
  id,
  key,
  name,
  description,
  kind,
  isPrimary: is_primary === 1,
  rules: parseOnce(rules),
  archivedAt: archived_at,
})

const toQuestion = ({ id, key, text, form, is_active, rules, archived_at }: QuestionRow): Question => ({
  id,
  key,
  text,
  form: parseOnce(form),
  isActive: is_active === 1,
  rules: parseOnce(rules),
  archivedAt: archived_at,
})
