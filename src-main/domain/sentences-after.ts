import { answersOf, fillText, textOf, variablesIn } from './fill-text.ts'
import type { Flow, StepId } from './flow.ts'
import { reachableFrom, stepOf, successorsOf } from './flow-graph.ts'
import { sentencesOf } from './sentences.ts'

type Known = Readonly<Record<string, string>>

/** Filled sentences that may be the first ones. */
export const firstSentences = (flow: Flow, known: Known): readonly string[] =>
  sentencesFrom(flow, [flow.start], known)

/** Filled sentences that may be the next ones after a step has spoken, except where an answer still has to be given. */
export function sentencesAfter(flow: Flow, id: StepId, known: Known): readonly string[] {
  const step = stepOf(flow, id)
  return step === null ? [] : sentencesFrom(flow, successorsOf(step), known)
}

function sentencesFrom(flow: Flow, from: readonly StepId[], known: Known): readonly string[] {
  const answers = answersOf(flow)
  const isOpen = (name: string) => answers.has(name) && !Object.hasOwn(known, name)
  return [...reachableFrom(flow, from, next => textOf(next) === null)]
    .map(next => stepOf(flow, next))
    .flatMap(next => sentencesOf((next && textOf(next)) ?? ''))
    .filter(sentence => !variablesIn(sentence).some(isOpen))
    .map(sentence => fillText(sentence, known))
}
