import { assertNever } from '../assert-never.ts'
import type { ConversationEvent } from '../transcript.ts'

/** What a rule looks for in a conversation. */
export type Condition =
  /** A question of the flow was answered with one of these values; an empty list: with any. */
  | { readonly is: 'answered'; readonly store: string; readonly values: readonly string[] }
  /** The agent said these words, whatever their case and spacing, in a text that was not cut short. */
  | { readonly is: 'said'; readonly words: string }
  /** The person spoke for so long in all. */
  | { readonly is: 'person_spoke'; readonly seconds: number }
  | { readonly is: 'opted_out' }

/** What a result rests on: the words or keys, and when, in ms from the answer. */
export interface Evidence {
  readonly atMs: number
  readonly words: string
}

/** The first thing in the conversation that the condition is true of; `null`: it is not. */
export function evidenceOf(condition: Condition, events: readonly ConversationEvent[]): Evidence | null {
  switch (condition.is) {
    case 'answered':
      return firstOf(events, event =>
        event.is === 'answer' &&
        event.store === condition.store &&
        (condition.values.length === 0 || condition.values.includes(event.value))
          ? event.label
          : null,
      )
    case 'said': {
      const wanted = plain(condition.words)
      return firstOf(events, event =>
        event.is === 'agent_said' && !event.interrupted && wanted !== '' && plain(event.text).includes(wanted)
          ? condition.words.trim()
          : null,
      )
    }
    case 'person_spoke':
      return afterSpeaking(events, condition.seconds * 1000)
    case 'opted_out':
      return firstOf(events, event => (event.is === 'opt_out' ? 'Asked not to be called again' : null))
    default:
      return assertNever(condition)
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

function firstOf(
  events: readonly ConversationEvent[],
  words: (event: ConversationEvent) => string | null,
): Evidence | null {
  for (const event of events) {
    const found = words(event)
    if (found !== null) return { atMs: event.atMs, words: found }
  }
  return null
}

function afterSpeaking(events: readonly ConversationEvent[], ms: number): Evidence | null {
  let spoken = 0
  for (const event of events) {
    if (event.is !== 'person_spoke') continue
    spoken += event.forMs
    if (spoken >= ms) return { atMs: event.atMs, words: `Spoke for ${Math.round(spoken / 1000)} s` }
  }
  return null
}
