import type { CallId, Instant, QuestionId } from '../../domain/ids.ts'
import type { AnswerValue } from '../../domain/results/question.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import type { CallScope } from './call-scope.ts'
import { countingOf } from './counting-of.ts'

export interface OpenAnswer {
  readonly call: CallId
  /** When the call ended. */
  readonly at: Instant
  readonly value: AnswerValue
}

export interface AnswersPage {
  readonly scope: CallScope
  readonly question: QuestionId
  readonly offset: number
  readonly limit: number
}

/** Latest first. */
export function readOpenAnswers(
  { statements }: ReadOnlyFile,
  { scope, question, offset, limit }: AnswersPage,
): readonly OpenAnswer[] {
  const { sql, values } = countingOf('answers', scope, question)
  return statements
    .rows<{ call: CallId; at: Instant; value: string }>(
      `SELECT call_id AS call, ended_at AS at, value FROM (${sql}) JOIN calls ON calls.id = call_id
       ORDER BY call_id DESC LIMIT ? OFFSET ?`,
      ...values,
      limit,
      offset,
    )
    .map(({ value, ...answer }) => ({ ...answer, value: JSON.parse(value) as AnswerValue }))
}
