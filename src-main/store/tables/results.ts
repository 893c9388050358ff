import type { Generated, Selectable } from 'kysely'
import type { GoalOutcome } from '../../domain/flow.ts'
import type { CallId, CampaignId, GoalId, Instant, QuestionId } from '../../domain/ids.ts'
import type { Evidence } from '../../domain/results/condition.ts'
import type { ResultSource } from '../../domain/results/find-results.ts'
import type { Goal, GoalKind } from '../../domain/results/goal.ts'
import type { AnswerForm, AnswerValue, Question } from '../../domain/results/question.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

export interface GoalsTable {
  readonly id: RowId<GoalId>
  readonly campaign_id: CampaignId
  position: number
  key: string
  name: string
  description: Generated<string>
  kind: GoalKind
  /** At most one of a campaign; the database enforces it. */
  is_primary: Generated<Flag>
  rules: Json<Goal['rules']>
  archived_at: Instant | null
}

export interface QuestionsTable {
  readonly id: RowId<QuestionId>
  readonly campaign_id: CampaignId
  position: number
  key: string
  text: string
  form: Json<AnswerForm>
  is_active: Generated<Flag>
  rules: Json<Question['rules']>
  archived_at: Instant | null
}

interface ResultColumns {
  readonly call_id: CallId
  readonly source: ResultSource
  evidence: Json<Evidence> | null
  /** Who corrected it; with the source `supervisor` only. */
  corrected_by: string | null
  at: Instant
  /** 1: of a call with the result `answered`. */
  readonly conversed: Flag
}

export interface GoalResultsTable extends ResultColumns {
  readonly goal_id: GoalId
  outcome: GoalOutcome
  /** 0–100. */
  score: number
}

export interface AnswersTable extends ResultColumns {
  readonly question_id: QuestionId
  value: Json<AnswerValue>
}

export type GoalRow = Selectable<GoalsTable>
export type QuestionRow = Selectable<QuestionsTable>
