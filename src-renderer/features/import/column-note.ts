import type { ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { date } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import type { Look } from '../../ui/status.ts'
import { codeOf } from './mapping.ts'

const words = text.imports.notes

export interface ColumnNote {
  readonly look: Look
  readonly words: string
  readonly more?: string
}

const good: Look = { shape: 'disc-tick', hue: 'green' }

/** What there is to say about a column under its choice: a doubt first, then why it is proposed. */
export function columnNote(
  index: number,
  use: ImportPreview['columns'][number]['use'],
  proposed: ImportPreview['columns'][number],
  check: ImportCheck | undefined,
): ColumnNote | undefined {
  const doubt = check?.notUnderstood.find(({ column }) => column === index)
  if (doubt)
    return {
      look: { shape: 'triangle', hue: 'yellow' },
      words: words.notUnderstood(doubt.rows),
      more: words.example(doubt.example),
    }
  const agent = check?.agent
  if (use.as === 'field' && agent?.needs.some(({ key }) => key === use.key))
    return { look: good, words: words.usedBy(agent.name, agent.version) }
  const because = codeOf(use) === codeOf(proposed.use) ? why(proposed) : undefined
  if (use.as === 'phone_number')
    return { look: good, words: because ? `${words.needed}, ${because}` : words.needed }
  if (use.as === 'zone') return { look: good, words: words.fromNumber }
  return because && use.as !== 'leave_out' ? { look: good, words: because } : undefined
}

function why({ because, rememberedAt }: ImportPreview['columns'][number]): string | undefined {
  if (because === 'remembered' && rememberedAt !== null) return words.remembered(date(rememberedAt))
  return because === 'guessed' ? words.guessed : undefined
}
