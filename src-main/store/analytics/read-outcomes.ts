import type { ReadOnlyFile } from '../read-only-file.ts'
import { definitionsOf } from '../results/definitions.ts'
import type { CallScope } from './call-scope.ts'
import { type GoalFigures, goalFigures } from './goal-figures.ts'
import { type QuestionFigures, questionFigures } from './question-figures.ts'

export interface Outcomes {
  readonly goals: readonly GoalFigures[]
  readonly questions: readonly QuestionFigures[]
}

/** What counts of each call, by goal and question; archived ones only where they have results. */
export function readOutcomes({ statements }: ReadOnlyFile, scope: CallScope): Outcomes {
  const { goals, questions } = definitionsOf(statements, scope.campaign)
  return {
    goals: goals
      .map(goal => goalFigures(statements, scope, goal))
      .filter(({ archived, outcomes }) => !archived || Object.values(outcomes).some(calls => calls > 0)),
    questions: questions
      .map(question => questionFigures(statements, scope, question))
      .filter(({ archived, answered }) => !archived || answered > 0),
  }
}
