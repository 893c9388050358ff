import { text } from '../../text/text.ts'
import type { Answer } from './call-results.ts'

/** An answer as it is read: yes or no in words, several options one after the other. */
export function answerText(value: Answer): string {
  if (typeof value === 'boolean') return value ? text.call.analyses.yes : text.call.analyses.no
  if (Array.isArray(value)) return value.join(', ')
  return String(value)
}
