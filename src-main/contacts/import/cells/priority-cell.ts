import type { Priority } from '../../../domain/lead.ts'

const words: Readonly<Record<Priority, readonly string[]>> = {
  high: ['high', 'hoch', 'urgent', 'dringend', 'haute', 'alta', 'a'],
  normal: ['normal', 'medium', 'mittel', 'standard', 'moyenne', 'media', 'b'],
  low: ['low', 'niedrig', 'gering', 'basse', 'baja', 'c'],
}
const known = new Map(
  (Object.keys(words) as Priority[]).flatMap(priority => words[priority].map(word => [word, priority])),
)

/** `null`: not understood. */
export const priorityCell = (text: string): Priority | null => known.get(text.trim().toLowerCase()) ?? null
