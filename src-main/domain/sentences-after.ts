import { answersOf, fillText, textOf, variablesIn } from './fill-text.ts'
import type { Flow, StepId } from './flow.ts'
import { reachableFrom, stepOf, successorsOf } from './flow-graph.ts'
import { sentencesOf } from './sentences.ts'

/** Filled sentences that may be the next ones after a step has spoken, except where an answer still has to be given. */
export function sentencesAfter(
  flow: Flow,
  id: StepId,
  known: Readonly<Record<string, string>>,
): readonly string[] {
  const step = stepOf(flow, id)
  if (step === null) return []
  const answers = answersOf(flow)
  const isOpen = (name: string) => answers.has(name) && !Object.hasOwn(known, name)
  return [...reachableFrom(flow, successorsOf(step), next => textOf(next) === null)]
    .map(next => stepOf(flow, next))
    .flatMap(next => sentencesOf((next && textOf(next)) ?? ''))
    .filter(sentence => !variablesIn(sentence).some(isOpen))
    .map(sentence => fillText(sentence, known))
}
