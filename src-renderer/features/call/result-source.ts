import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'

type Shown = Pick<CallDetail['goals'][number]['results'][number], 'source' | 'evidence' | 'correctedBy'>

const words = text.call.results

/** Where a result comes from, on which words it rests and when they fell: `Flow step “survey_answered”, 0:46`. */
export function sourceOf({ source, evidence, correctedBy }: Shown, before?: string): string {
  if (source === 'supervisor') return words.corrected(correctedBy ?? '', before, evidence?.words)
  const name = words.sources[source]
  return evidence === null ? name : `${name} ${words.quoted(evidence.words)}, ${talk(evidence.atMs)}`
}
