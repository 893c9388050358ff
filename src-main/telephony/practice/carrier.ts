import type { Instant } from '../../domain/ids.ts'
import type { MediaPool } from '../media/media-pool.ts'

/** What a practice person does when their number is called. */
export type CalleeAct =
  | 'answers_and_presses' // picks up, says hello, listens to the agent, presses a key of the mix
  | 'answers_and_hangs_up' // picks up and hangs up within two seconds
  | 'answers_silently'
  | 'opts_out' // presses the opt-out key
  | 'voicemail' // greeting, beep, silence
  | 'busy'
  | 'no_answer'
  | 'declines' // 603
  | 'wrong_number' // 404
  | 'unavailable' // 480
  | 'trunk_busy' // 503
  | 'fax'

/** Weights per act; drawn per number and attempt by the seed. */
export type CalleeMix = Readonly<Record<CalleeAct, number>>

export interface CarrierOptions {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly seed: number
  readonly mix?: Partial<CalleeMix>
  /** Divides ring and talk times; sound stays in real time. */
  readonly speed: number
  readonly media: MediaPool
  /** Digest credentials to ask for; none: address based. */
  readonly credentials?: { readonly user: string; readonly password: string }
  readonly now: () => Instant
  /** Called with each entry as it is written. */
  readonly onEntry?: (entry: LedgerEntry) => void
}

/** One INVITE as the carrier saw it: the judge of who was called. Retransmissions are one entry. */
export interface LedgerEntry {
  readonly sipCallId: string
  readonly number: string
  readonly callerId: string
  readonly act: CalleeAct
  readonly invitedAt: Instant
  readonly rangAt: Instant | null
  readonly answeredAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedBy: 'caller' | 'callee' | 'cancel' | 'rejected' | null
  /** Final status sent. */
  readonly code: number | null
  /** Keys the person pressed, in order. */
  readonly pressed: string
  /** Milliseconds of sound heard from the agent. */
  readonly heardMs: number
  readonly byeConfirmed: boolean
}

export interface Carrier {
  readonly port: number
  ledger(): readonly LedgerEntry[]
  close(): Promise<void>
}

/**
 * The last two digits of a number force an act: 01 busy, 02 no answer, 03 declines, 04 wrong number, 05 trunk busy,
 * 06 voicemail, 07 opts out, 08 hangs up at once, 09 silent, 10 presses 1, 11 presses 2, 12 unavailable, 13 fax.
 */
export const forcedEndings: Readonly<Record<string, { readonly act: CalleeAct; readonly key?: string }>> = {
  '01': { act: 'busy' },
  '02': { act: 'no_answer' },
  '03': { act: 'declines' },
  '04': { act: 'wrong_number' },
  '05': { act: 'trunk_busy' },
  '06': { act: 'voicemail' },
  '07': { act: 'opts_out' },
  '08': { act: 'answers_and_hangs_up' },
  '09': { act: 'answers_silently' },
  '10': { act: 'answers_and_presses', key: '1' },
  '11': { act: 'answers_and_presses', key: '2' },
  '12': { act: 'unavailable' },
  '13': { act: 'fax' },
}
