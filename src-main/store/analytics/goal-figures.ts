import type { GoalOutcome } from '../../domain/flow.ts'
import type { GoalId } from '../../domain/ids.ts'
import type { Goal } from '../../domain/results/goal.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import type { CallScope } from './call-scope.ts'
import { countingOf } from './counting-of.ts'

export interface GoalFigures {
  readonly id: GoalId
  readonly name: string
  readonly isPrimary: boolean
  readonly archived: boolean
  /** Calls by what counts of them. */
  readonly outcomes: Readonly<Record<GoalOutcome, number>>
  /** How many of these calls were conversations; of the other conversations nothing is known. */
  readonly conversed: number
}

export function goalFigures(
  statements: ReadOnlyFile['statements'],
  scope: CallScope,
  { id, name, isPrimary, archivedAt }: Goal,
): GoalFigures {
  const { sql, values } = countingOf('goal_results', scope, id)
  const rows = statements.rows<{ outcome: GoalOutcome; calls: number; conversed: number }>(
    `SELECT outcome, count(*) AS calls, sum(conversed) AS conversed FROM (${sql}) GROUP BY outcome`,
    ...values,
  )
  const callsWith = (outcome: GoalOutcome) => rows.find(row => row.outcome === outcome)?.calls ?? 0
  return {
    id,
    name,
    isPrimary,
    archived: archivedAt !== null,
    outcomes: {
      achieved: callsWith('achieved'),
      partially_achieved: callsWith('partially_achieved'),
      not_achieved: callsWith('not_achieved'),
    },
    conversed: rows.reduce((sum, { conversed }) => sum + conversed, 0),
  }
}
