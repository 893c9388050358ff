import type { Instant } from '../../../domain/ids.ts'
import type { Address } from '../message/address.ts'
import type { SipTimers } from '../reliability/timers.ts'
import type { SipCore } from '../sip-core.ts'
import type { TraceBook } from '../trace.ts'

/** What one call needs of its line. */
export interface LineContext {
  readonly core: SipCore
  readonly timers: SipTimers
  readonly traces: TraceBook
  readonly localAddress: Address
  now(): Instant
  /** 32 characters that nobody can guess, for tags and Call-IDs. */
  token(): string
  /** When the peer was heard last, whatever it said; 0 before. */
  lastHeard(): Instant
  /** Forgets an INVITE at both layers; what still comes for it is stray. */
  dropInvite(callId: string, cseq: number): void
  /** Called with how the peer failed or answered, for the line's health. */
  peerSilent(): void
}
