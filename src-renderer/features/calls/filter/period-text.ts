import { dayOf } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'

const words = text.calls.period

/** `Thu 19 Nov`, `Thu 19 Nov – Sat 21 Nov`, `since Thu 19 Nov`, `until Sat 21 Nov`. */
export function periodText(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : words.until(dayOf(to))
  if (to === undefined) return words.since(dayOf(from))
  return from === to ? dayOf(from) : `${dayOf(from)} – ${dayOf(to)}`
}
