import type { QuestionId } from '../../domain/ids.ts'
import type { AnswerForm, AnswerValue, Question } from '../../domain/results/question.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import type { CallScope } from './call-scope.ts'
import { countingOf } from './counting-of.ts'
import { numberSpread } from './number-spread.ts'

export interface QuestionFigures {
  readonly id: QuestionId
  readonly text: string
  readonly form: AnswerForm
  readonly archived: boolean
  /** Calls with an answer. */
  readonly answered: number
  /** How many of these calls were conversations; in the others nothing was answered. */
  readonly conversed: number
  /** Choices, yes and no, marks of a scale: each with its calls, in the order of the form. Empty for open answers. */
  readonly values: readonly { readonly value: string; readonly calls: number }[]
  /** Of numbers. */
  readonly mean: number | null
}

export function questionFigures(
  sql: ReadOnlyFile['statements'],
  scope: CallScope,
  { id, text, form, archivedAt }: Question,
): QuestionFigures {
  const answers = countingOf('answers', scope, id)
  const counted = sql.first<{ answered: number; conversed: number }>(
    `SELECT count(*) AS answered, ifnull(sum(conversed), 0) AS conversed FROM (${answers.sql})`,
    ...answers.values,
  )
  const { answered = 0, conversed = 0 } = counted ?? {}
  const shown = { id, text, form, archived: archivedAt !== null, answered, conversed }
  if (form.is === 'open' || (form.is === 'data_point' && form.type !== 'number'))
    return { ...shown, values: [], mean: null }
  if (form.is === 'data_point') return { ...shown, ...numberSpread(sql, answers) }
  const rows = sql.rows<{ value: string; calls: number }>(
    `SELECT value, count(*) AS calls FROM (${answers.sql}) GROUP BY value`,
    ...answers.values,
  )
  const calls = new Map<string, number>()
  for (const row of rows)
    for (const value of [JSON.parse(row.value) as AnswerValue].flat())
      calls.set(String(value), (calls.get(String(value)) ?? 0) + row.calls)
  // An option that was renamed keeps its answers.
  const known = [...new Set([...choicesOf(form), ...calls.keys()])]
  const total = [...calls].reduce((sum, [value, n]) => sum + Number(value) * n, 0)
  return {
    ...shown,
    values: known.map(value => ({ value, calls: calls.get(value) ?? 0 })),
    mean: form.is === 'rating' && answered > 0 ? total / answered : null,
  }
}

function choicesOf(form: AnswerForm): readonly string[] {
  switch (form.is) {
    case 'yes_no':
      return ['true', 'false']
    case 'single_choice':
    case 'multiple_choice':
      return form.options
    case 'rating':
      return Array.from({ length: form.to - form.from + 1 }, (_, step) => String(form.from + step))
    default:
      return []
  }
}
