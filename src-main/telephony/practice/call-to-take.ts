import type { Instant } from '../../domain/ids.ts'
import type { MediaPool } from '../media/media-pool.ts'
import type { IncomingInvite } from '../sip/sip-line.ts'
import type { CalleeSounds } from './callee-sounds.ts'
import type { Callee } from './draw-act.ts'
import type { LedgerPen } from './ledger.ts'
import type { Refusal } from './refusals.ts'

export interface CallToTake {
  readonly invite: IncomingInvite
  readonly callee: Callee
  readonly pen: LedgerPen
  readonly sounds: CalleeSounds
  readonly media: MediaPool
  readonly localHost: string
  readonly now: () => Instant
  /** Divides ring and talk times. */
  readonly speed: number
  /** The carrier closes: everybody hangs up. */
  readonly closing: AbortSignal
}

/** The callee's ways to end a call; only the first end counts, whoever brought it about. */
export interface CallEnd {
  readonly over: AbortSignal
  refuse(refusal: Refusal): void
  /** BYE; before the answer a refusal. */
  leave(): void
}
