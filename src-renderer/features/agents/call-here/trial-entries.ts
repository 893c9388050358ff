import type { TrialNews } from '../../../../src-main/contract/trial-calls.ts'
import type { ConversationEntry } from '../conversation-entry.ts'

type Happened = Extract<TrialNews, { is: 'happened' }>['event']

/** The conversation of a rehearsal call after one more piece of news. */
export function withNews(
  entries: readonly ConversationEntry[],
  news: TrialNews,
): readonly ConversationEntry[] {
  if (news.is === 'saying')
    return news.text === '' ? entries : [...entries, { is: 'said', step: news.step, text: news.text }]
  return news.is === 'happened' ? withEvent(entries, news.event) : entries
}

function withEvent(entries: readonly ConversationEntry[], event: Happened): readonly ConversationEntry[] {
  switch (event.is) {
    case 'agent_said':
      return asHeard(entries, event)
    case 'key_pressed':
      return [...entries, { is: 'key', key: event.key }]
    case 'person_spoke':
      return asOneTurn(entries, event.forMs)
    case 'ended_by_agent':
      return entries
    default:
      return [...entries, event]
  }
}

/** Words come one by one, with pauses between them. */
function asOneTurn(entries: readonly ConversationEntry[], ms: number): readonly ConversationEntry[] {
  const last = entries.at(-1)
  return last?.is === 'spoke'
    ? entries.with(-1, { is: 'spoke', ms: last.ms + ms })
    : [...entries, { is: 'spoke', ms }]
}

/** The text was written down as it began; what was heard of it is known at its end. */
function asHeard(
  entries: readonly ConversationEntry[],
  { text, interrupted }: Extract<Happened, { is: 'agent_said' }>,
): readonly ConversationEntry[] {
  const place = entries.findLastIndex(({ is }) => is === 'said')
  const said = entries[place]
  if (said?.is !== 'said') return entries
  return entries.with(place, { ...said, text, ...(interrupted && { cutShort: true }) })
}
