import type { Instant } from '../../domain/ids.ts'
import type { DialogFacts, SendingFacts, SipMessage } from '../../engine/ports/dialer.ts'

/** One SIP peer over one local UDP port: a trunk's address, or the practice carrier's own side. */
export interface SipLineOptions {
  /** Address to bind, usually 0.0.0.0, or 127.0.0.1 for the practice carrier. */
  readonly localHost: string
  /** 0: any free port. A restart passes the port it had, so that stray answers still find us. */
  readonly localPort: number
  /** The one peer that is answered; `null` (practice carrier) takes datagrams from any loopback address. */
  readonly peer: { readonly host: string; readonly port: number } | null
  readonly credentials?: { readonly user: string; readonly password: string; readonly authUser?: string }
  /** REGISTER with the peer and keep it alive. */
  readonly register?: { readonly expiresSeconds: number }
  /** Host part of From; the peer's host where absent. */
  readonly fromDomain?: string
  /** OPTIONS to the peer every so many seconds for its health; 0 or absent: none. */
  readonly optionsSeconds?: number
  /** Timer T1 of RFC 3261 in ms, 500 by default. */
  readonly t1Ms?: number
  /** Asked of everybody who calls or registers here (practice carrier): digest credentials. */
  readonly demand?: { readonly user: string; readonly password: string; readonly realm: string }
  readonly userAgent: string
  /** Nonces, tags and branches come from here in tests; crypto random by default. */
  readonly random?: () => number
  /** Stamps what is told; the system's clock by default. Timers always run in real time. */
  readonly now?: () => Instant
}

export type LineHealth =
  | { readonly is: 'starting' }
  | { readonly is: 'up'; readonly since: Instant; readonly registered: boolean }
  | {
      readonly is: 'down'
      readonly since: Instant
      readonly reason: string
      readonly retryAt: Instant | null
    }

export interface SipLine {
  readonly localPort: number
  /** Our address as seen by the peer: the source address of the route to it. */
  readonly localHost: string
  health(): LineHealth
  onHealth(listener: (health: LineHealth) => void): () => void
  /** Builds the INVITE's facts, sends nothing. Throws only on a bug. */
  prepareInvite(invite: OutgoingInvite): PreparedInvite
  /** Called for each new incoming INVITE; without a handler they get 486. */
  onInvite(handler: (call: IncomingInvite) => void): void
  /** OPTIONS once: status code or what failed, in words. */
  ping(): Promise<
    | { readonly ok: true; readonly code: number; readonly roundTripMs: number }
    | { readonly ok: false; readonly reason: string }
  >
  /** CANCEL (no dialog) or BYE (dialog) for a call of an earlier process. Resolves when confirmed or after 64·T1. */
  endOrphan(facts: SendingFacts, dialog: DialogFacts | null): Promise<void>
  /** Unregisters (2 s at most), closes the socket. Running calls get `ended`. */
  close(): Promise<void>
}

export interface OutgoingInvite {
  readonly sipCallId: string
  /** User part, as the trunk wants the number written. */
  readonly to: string
  readonly from: string
  readonly fromName?: string
  /** Counted from the first ringing; from the INVITE where nothing rings. */
  readonly ringSeconds: number
  /** Another peer could take it: given up after 8·T1 (4 s) without any answer, else after 64·T1 (32 s). */
  readonly movesOn?: boolean
  /** Our SDP. */
  readonly offer: string
}

export interface PreparedInvite {
  readonly facts: SendingFacts
  send(observer: InviteObserver): void
  /** CANCEL before the answer, BYE after it; nothing after the end. Before `send`: nothing is sent any more. */
  hangUp(): void
}

/** Told in this order: provisional*, answered?, ended (exactly once, always, unless `send` was never called). */
export interface InviteObserver {
  provisional(at: Instant, code: number, sdp: string | null): void
  /** The 2xx's SDP. Awaited before the ACK leaves; a rejection ends the call with ACK and BYE. */
  answered(at: Instant, dialog: DialogFacts, sdp: string): Promise<void>
  /** A key by SIP INFO (application/dtmf-relay or application/dtmf). */
  info(key: string): void
  ended(end: InviteEnd): void
}

export interface InviteEnd {
  readonly at: Instant
  /** Final status of the INVITE; 200 for an answered call, 0 where no answer came at all. */
  readonly code: number
  readonly reason: string
  /** Cause of the Reason header (RFC 3326), Q.850, of the final answer or the BYE. */
  readonly q850: number | null
  /** What ended it. `timeout`: our ring time; `silent`: no answer from the peer; `unreachable`: a transport error. */
  readonly by: 'us' | 'them' | 'timeout' | 'silent' | 'unreachable' | 'network'
  /** Any 1xx above 100 was seen. */
  readonly rang: boolean
  /** Any answer at all was seen. */
  readonly heardFrom: boolean
  /** Answered, and our BYE got its final answer, or theirs got our 200. */
  readonly byeConfirmed: boolean
  readonly trace: readonly SipMessage[]
}

/** The practice carrier's view of a call, and later that of inbound calls. */
export interface IncomingInvite {
  readonly sipCallId: string
  /** Users of From and To (Request-URI). */
  readonly from: string
  readonly to: string
  readonly offer: string
  readonly at: Instant
  /** 180, or 183 with SDP. */
  progress(code: 180 | 183, sdp?: string): void
  /** 200 with our SDP. Resolves at the ACK; rejects when it never comes (64·T1). */
  answer(sdp: string): Promise<void>
  reject(code: number, reason?: string, headers?: readonly string[]): void
  /** BYE; resolves with whether it was confirmed. */
  bye(headers?: readonly string[]): Promise<boolean>
  onCancelled(listener: () => void): void
  /** BYE from the caller, or the end of our own. */
  onEnded(listener: (by: 'caller' | 'us') => void): void
}
