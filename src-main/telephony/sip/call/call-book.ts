import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'
import type { Address } from '../message/address.ts'
import type { IncomingInvite, OutgoingInvite, PreparedInvite } from '../sip-line.ts'
import { type RunningIncomingCall, takeIncomingCall } from './incoming-call.ts'
import type { Identity } from './invite-request.ts'
import type { LineContext } from './line-context.ts'
import { prepareOutgoingCall, type RunningCall } from './outgoing-call.ts'
import { tell } from './tell.ts'

/** The calls of one line. */
export const createCallBook = (line: LineContext) => {
  const outgoing = new Set<RunningCall>()
  const incoming = new Map<string, RunningIncomingCall>()
  /** Where the caller of each Call-ID is, kept 64·T1 longer than the call for what is sent again. */
  const callers = new Map<string, Address>()
  let handler: ((call: IncomingInvite) => void) | null = null

  return {
    callerOf: (callId: string): Address | null => callers.get(callId) ?? null,
    onInvite(next: (call: IncomingInvite) => void): void {
      handler = next
    },
    prepare(identity: Identity, invite: OutgoingInvite): PreparedInvite {
      const call = prepareOutgoingCall(line, identity, invite, () => outgoing.delete(call))
      return {
        facts: call.facts,
        send(observer) {
          outgoing.add(call)
          call.send(observer)
        },
        hangUp: call.hangUp,
      }
    },
    take(message: IncomingRequestMessage, from: Address): void {
      const { callId, fromTag } = message
      const key = `${callId} ${fromTag}`
      callers.set(callId, from)
      const merged = incoming.has(key)
      const call = takeIncomingCall(line, message, () => {
        if (incoming.get(key) === call) incoming.delete(key)
        setTimeout(() => callers.delete(callId), line.timers.giveUp).unref()
      })
      // The same request came over two ways: one of them is enough (RFC 3261 section 8.2.2.2).
      if (merged) call.reject(482)
      else if (!handler) call.reject(486)
      else {
        incoming.set(key, call)
        const taken = handler
        tell(() => taken(call))
      }
    },
    close(): void {
      for (const call of [...outgoing, ...incoming.values()]) call.abandon()
    },
  }
}
