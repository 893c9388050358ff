import type { Instant } from '../../domain/ids.ts'
import type { SipMessage } from '../../engine/ports/dialer.ts'

/** The latest messages of one call are kept; the ladder of a call that works has about ten. */
const keptPerCall = 60

/** What was sent and received under one Call-ID. */
export interface CallTrace {
  messages(): readonly SipMessage[]
  /** Any answer or request of the peer was seen. */
  heardFrom(): boolean
  stop(): void
}

/** The traces of the calls in progress. */
export const createTraceBook = (now: () => Instant) => {
  const open = new Map<string, { readonly messages: SipMessage[]; heard: boolean }>()
  return {
    start(callId: string): CallTrace {
      const trace = { messages: [] as SipMessage[], heard: false }
      open.set(callId, trace)
      return {
        messages: () => trace.messages.slice(),
        heardFrom: () => trace.heard,
        stop: () => void open.delete(callId),
      }
    },
    note(callId: string, direction: SipMessage['direction'], text: string): void {
      const trace = open.get(callId)
      if (!trace) return
      if (direction === 'received') trace.heard = true
      trace.messages.push({ at: now(), direction, text: withoutSecrets(text) })
      if (trace.messages.length > keptPerCall) trace.messages.shift()
    },
    size: (): number => open.size,
  }
}

export type TraceBook = ReturnType<typeof createTraceBook>

/** Blanks what answers a challenge: a digest can be attacked offline by whoever sees it. */
export const withoutSecrets = (text: string): string =>
  /\n(?:proxy-)?authorization\s*:/i.test(text)
    ? text.replace(/(\n(?:proxy-)?authorization[ \t]*:)[^\r\n]*(?:\r\n[ \t][^\r\n]*)*/gi, '$1 (blanked)')
    : text
