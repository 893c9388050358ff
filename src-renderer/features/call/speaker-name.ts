import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'

const firstWord = (name: string) => name.split(/[\s,]+/)[0] ?? name
const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) || text.call.transcript.person

/** How the two sides are called in a transcript: `Clara` and `Rehm`. */
export const speakerName = ({ agent, contact }: CallDetail, who: 'agent' | 'person') =>
  who === 'agent' ? firstWord(agent.name) : lastWord(contact.name)
