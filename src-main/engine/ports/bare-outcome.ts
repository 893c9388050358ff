import type { CallOutcome } from './dialer.ts'

/** The end of a call of which nothing else is known. */
export const bareOutcome = {
  sipCode: 0,
  sipReason: '',
  q850: null,
  mayHaveRung: true,
  hungUpBy: null,
  earlyMedia: false,
  conversation: [],
  media: null,
  trace: [],
  recording: null,
} as const satisfies Omit<CallOutcome, 'at' | 'result'>
