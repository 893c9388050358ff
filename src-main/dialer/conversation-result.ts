import type { CallResult } from '../domain/call-result.ts'
import type { ConversationEvent } from '../domain/transcript.ts'

/** Shorter sounds are clicks and line noise, not a word. */
const SHORTEST_WORD_MS = 120

/**
 * Whether a call that was picked up became a conversation: the person pressed a key, or made themselves heard and
 * stayed until the agent had finished a sentence. Silence, or a hang-up before the first turn, is none.
 */
export const conversationResult = (
  events: readonly ConversationEvent[],
  heardMs: number,
): Extract<CallResult, 'answered' | 'no_conversation'> => {
  const pressed = events.some(event => event.is === 'key_pressed')
  const spoke = heardMs >= SHORTEST_WORD_MS
  const firstTurnDone = events.some(event => event.is === 'agent_said' && !event.interrupted)
  return pressed || (spoke && firstTurnDone) ? 'answered' : 'no_conversation'
}
