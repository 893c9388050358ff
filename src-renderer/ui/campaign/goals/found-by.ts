import type { Goal, Question } from '../../../../src-main/contract/results.ts'
import { text } from '../../../text/text.ts'

const words = text.goals.found

/** What finds a goal or an answer by itself: `Flow step “paid”, 2 rules`. `keys` are those that steps of the flow use. */
export function foundBy(
  { key, rules }: Pick<Goal | Question, 'key' | 'rules'>,
  keys: readonly string[],
): string {
  const takes = rules.flatMap(rule => ('take' in rule ? [words.keyed(rule.take)] : []))
  const others = rules.length - takes.length
  const found = [
    ...(keys.includes(key) ? [words.step(key)] : []),
    ...takes,
    ...(others > 0 ? [words.rules(others)] : []),
  ]
  return found.length === 0 ? words.hand : found.join(', ')
}
