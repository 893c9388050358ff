import { fillText, textOf } from '../../domain/fill-text.ts'
import type { Flow } from '../../domain/flow.ts'
import { sentencesOf } from '../../domain/sentences.ts'

/** Everything that a flow may say to somebody with these values, sentence by sentence, as it is filled in. */
export const foreseenSentences = (
  { steps, defaults }: Flow,
  variables: Readonly<Record<string, string>>,
): readonly string[] => [
  ...new Set(
    Object.values(steps)
      .flatMap(step => sentencesOf(textOf(step) ?? ''))
      .map(sentence => fillText(sentence, { ...defaults, ...variables })),
  ),
]
