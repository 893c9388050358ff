import type { Kysely, Selectable } from 'kysely'
import type { CallId, CampaignId, Instant } from '../../domain/ids.ts'
import type { Evidence } from '../../domain/results/condition.ts'
import { type ResultSource, resultSources } from '../../domain/results/find-results.ts'
import type { Goal } from '../../domain/results/goal.ts'
import type { AnswerValue, Question } from '../../domain/results/question.ts'
import { fromJson, fromJsonOrNull } from '../json.ts'
import type { AnswersTable, GoalResultsTable } from '../tables/results.ts'
import type { Tables } from '../tables.ts'
import { readDefinitions } from './definitions.ts'

interface Shown {
  readonly source: ResultSource
  readonly evidence: Evidence | null
  readonly correctedBy: string | null
  readonly at: Instant
}

export interface ResultsOfCall {
  readonly goals: readonly {
    readonly goal: Goal
    readonly results: readonly (Shown & Pick<GoalResultsTable, 'outcome' | 'score'>)[]
  }[]
  readonly answers: readonly {
    readonly question: Question
    readonly results: readonly (Shown & { readonly value: AnswerValue })[]
  }[]
}

/** Each goal and question of the campaign with what is known of it, what counts first; archived ones only with a result. */
export async function resultsOfCall(
  db: Kysely<Tables>,
  call: CallId,
  campaign: CampaignId,
): Promise<ResultsOfCall> {
  const [{ goals, questions }, goalRows, answerRows] = await Promise.all([
    readDefinitions(db, campaign),
    db.selectFrom('goal_results').selectAll().where('call_id', '=', call).execute(),
    db.selectFrom('answers').selectAll().where('call_id', '=', call).execute(),
  ])
  return {
    goals: goals
      .map(goal => ({
        goal,
        results: inOrder(goalRows.filter(row => row.goal_id === goal.id)).map(row => ({
          ...shown(row),
          outcome: row.outcome,
          score: row.score,
        })),
      }))
      .filter(({ goal, results }) => goal.archivedAt === null || results.length > 0),
    answers: questions
      .map(question => ({
        question,
        results: inOrder(answerRows.filter(row => row.question_id === question.id)).map(row => ({
          ...shown(row),
          value: fromJson(row.value),
        })),
      }))
      .filter(({ question, results }) => isAsked(question) || results.length > 0),
  }
}

const isAsked = ({ archivedAt, isActive }: Question) => archivedAt === null && isActive

const inOrder = <R extends { readonly source: ResultSource }>(rows: readonly R[]): readonly R[] =>
  rows.toSorted((a, b) => resultSources.indexOf(a.source) - resultSources.indexOf(b.source))

const shown = (
  row: Pick<Selectable<AnswersTable>, 'source' | 'evidence' | 'corrected_by' | 'at'>,
): Shown => ({
  source: row.source,
  evidence: fromJsonOrNull(row.evidence),
  correctedBy: row.corrected_by,
  at: row.at,
})
