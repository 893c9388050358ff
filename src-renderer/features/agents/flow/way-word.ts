import type { FlowStep, Outlet } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'

const words = text.flow.ways

/** A way out of a step as it stands at its foot. */
export const wayWord = (step: FlowStep, { id, label }: Outlet): string => {
  if (label !== null) return label === '' && id.startsWith('key ') ? id.slice(4) : label
  if (id === 'next') return step.do === 'ask' ? words.digits : words.next
  return words[id as 'otherwise' | 'silence' | 'misunderstood']
}
