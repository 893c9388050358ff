import { resultSources } from '../../domain/results/find-results.ts'
import { type CallScope, callsOf, isWhole, type SqlPiece } from './call-scope.ts'

/**
 * One row for each call with what counts of its results for one goal or question: the first source. SQLite takes the
 * other columns from the row with the smallest rank.
 */
export function countingOf(table: 'goal_results' | 'answers', scope: CallScope, id: number): SqlPiece {
  const [column, of] = table === 'answers' ? ['value', 'question_id'] : ['outcome', 'goal_id']
  const within = withinScope(scope)
  return {
    sql: `SELECT call_id, ${column}, conversed, ${rank} FROM ${table} WHERE ${of} = ?${within.sql} GROUP BY call_id`,
    values: [id, ...within.values],
  }
}

const rank = `min(CASE source ${resultSources.map((source, at) => `WHEN '${source}' THEN ${at}`).join(' ')} END)`

const withinScope = (scope: CallScope): SqlPiece => {
  if (isWhole(scope)) return { sql: '', values: [] }
  const { sql, values } = callsOf(scope)
  return { sql: ` AND call_id IN (SELECT id ${sql})`, values }
}
