import type { CallResult, FailureCause } from '../../domain/call-result.ts'
import type { Flow } from '../../domain/flow.ts'
import type { CallId, E164, Instant, TrunkId } from '../../domain/ids.ts'
import type { ConversationEvent } from '../../domain/transcript.ts'

/** Everything needed to place one call. */
export interface CallOrder {
  readonly call: CallId
  /** SIP Call-ID, chosen at the claim and saved with it. */
  readonly sipCallId: string
  readonly trunk: TrunkId
  /** Another trunk could carry it: given up after 4 s of silence instead of 32 s. */
  readonly movesOn: boolean
  readonly to: E164
  readonly callerId: E164
  readonly callerName?: string
  readonly ringSeconds: number
  readonly flow: Flow
  readonly variables: Readonly<Record<string, string>>
  readonly record: boolean
}

/** Saved with `sending`: enough to CANCEL the INVITE after a crash (RFC 3261 section 9.1). */
export interface SendingFacts {
  readonly sipCallId: string
  readonly transport: 'udp'
  readonly localHost: string
  readonly localPort: number
  readonly remoteHost: string
  readonly remotePort: number
  readonly requestUri: string
  readonly from: string
  readonly to: string
  /** CSeq of the first INVITE. One that a password or a redirection made has more; `MOST_FURTHER_INVITES` says how many. */
  readonly cseq: number
}

/** Saved before the ACK: enough to send BYE after a crash (RFC 3261 section 12.1.2). */
export interface DialogFacts {
  readonly localTag: string
  readonly remoteTag: string
  readonly remoteTarget: string
  readonly routeSet: readonly string[]
  readonly cseq: number
}

export interface SipMessage {
  readonly at: Instant
  readonly direction: 'sent' | 'received'
  /** The whole message, Authorization values blanked. */
  readonly text: string
}

/** How well the audio went; counts are RTP packets, `null` where unknown. */
export interface MediaStats {
  readonly sent: number
  readonly received: number
  readonly lost: number
  readonly jitterMs: number
  readonly roundTripMs: number | null
  /** Mean opinion score 1.0–4.5 by the E-model (ITU-T G.107). */
  readonly mos: number | null
  /** p99 of how late our own packets left, in ms. */
  readonly pacingP99Ms: number
  /** Milliseconds in which sound above the noise floor came from the called party. */
  readonly heardMs: number
}

export interface CallOutcome {
  readonly at: Instant
  readonly result: CallResult
  readonly failure?: FailureCause
  /** Final status code; 0 where none came. */
  readonly sipCode: number
  readonly sipReason: string
  readonly q850: number | null
  /** False only where the called party's phone cannot have rung: the attempt then does not count. */
  readonly mayHaveRung: boolean
  /** Nothing came back at all: the INVITE may still be heard, for as long as it is sent again. */
  readonly silent?: boolean
  readonly hungUpBy: 'agent' | 'person' | 'supervisor' | 'network' | null
  readonly earlyMedia: boolean
  readonly conversation: readonly ConversationEvent[]
  readonly media: MediaStats | null
  readonly trace: readonly SipMessage[]
  /** Path of the WAV relative to the data folder. */
  readonly recording: string | null
  /** The agent's message was left on the voicemail. */
  readonly messageLeft?: boolean
  /** When the person wants to be called back. */
  readonly callBackAt?: Instant
}

/** Told about one call, in this order: ringing?, answered?, said*, ended (exactly once, always). */
export interface CallObserver {
  ringing(at: Instant): void
  /** Awaited before the ACK leaves; the dialog must be on disk when it resolves. */
  answered(at: Instant, dialog: DialogFacts): Promise<void>
  happened(event: ConversationEvent): void
  ended(outcome: CallOutcome): void
}

export interface PreparedCall {
  readonly facts: SendingFacts
  /** Sends the INVITE. Called once at most, after `sending` is committed. */
  send(observer: CallObserver): void
  /** Frees what was prepared; only instead of `send`. */
  discard(): void
  /** CANCEL or BYE, whichever fits. Harmless when the call has ended. */
  hangUp(by: 'supervisor'): void
}

/** A refusal before anything was sent, in words for the supervisor. */
export interface DialRefusal {
  readonly refused: 'trunk_down' | 'no_media_port' | 'bad_number'
  readonly message: string
}

export type TrunkHealth =
  | { readonly is: 'unknown' }
  | { readonly is: 'up'; readonly since: Instant; readonly registered: boolean }
  /** `reason` is plain words: what failed at which layer, and what to do. */
  | {
      readonly is: 'down'
      readonly since: Instant
      readonly reason: string
      readonly retryAt: Instant | null
    }

export interface Dialer {
  prepare(order: CallOrder): Promise<PreparedCall | DialRefusal>
  /** Ends a call left over from a crash: CANCEL without a dialog, BYE with one. Resolves when confirmed or after 32 s. */
  endOrphan(facts: SendingFacts, dialog: DialogFacts | null): Promise<void>
  trunkHealth(trunk: TrunkId): TrunkHealth
  onTrunkHealth(listener: (trunk: TrunkId, health: TrunkHealth) => void): () => void
}
