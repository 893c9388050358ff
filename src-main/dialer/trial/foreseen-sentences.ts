import { fillText, textOf } from '../../domain/fill-text.ts'
import type { Flow } from '../../domain/flow.ts'
import { knownAtStart } from '../../domain/flow-run.ts'
import { sentencesOf } from '../../domain/sentences.ts'

/** Everything that a flow may say to somebody with these values, sentence by sentence, as it is filled in. */
export function foreseenSentences(
  flow: Flow,
  variables: Readonly<Record<string, string>>,
): readonly string[] {
  const known = knownAtStart(flow, variables)
  const sentences = Object.values(flow.steps).flatMap(step => sentencesOf(textOf(step) ?? ''))
  return [...new Set(sentences.map(sentence => fillText(sentence, known)))]
}
