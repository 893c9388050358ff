import { tone } from '../../src-main/telephony/practice/callee-sounds.ts'
import type { Speech } from '../../src-main/voice/agent-call.ts'

export const AGENT_HERTZ = 1_200

/** Speaks every text as a pure tone that can be measured at the far end, 30 ms for each letter. */
export const toneSpeech: Speech = {
  prepare: async () => {},
  speak: async text => tone(AGENT_HERTZ, 30 * text.length),
  hear: async text => tone(AGENT_HERTZ, 30 * text.length),
  known: () => null,
  close: async () => {},
}
