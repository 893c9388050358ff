import type { Key } from '../../domain/flow.ts'
import type { MediaStats } from '../../engine/ports/dialer.ts'
import type { StereoFrame } from './stereo-frame.ts'

/** Main-thread side of the audio workers. No sample is ever touched on the main thread. */

/** A sound known to every worker by this id: 8 kHz mono, kept as A-law and µ-law. */
export type SoundId = string

export interface MediaPoolOptions {
  /** Path of the worker's script; the host knows it. */
  readonly workerPath: string
  readonly workers: number
  /** UDP ports for RTP, both included; even ones are used, RTCP on the next odd one. */
  readonly ports: { readonly from: number; readonly to: number }
  readonly localHost: string
}

export type Codec = 'PCMA' | 'PCMU'

export interface LegOptions {
  /** Absolute path of the WAV to write: caller left, agent right, 8 kHz. `null`: no recording. */
  readonly record: string | null
  readonly onEvent: (event: LegEvent) => void
}

export type LegEvent =
  /** All of a sound has left, or it was stopped. `play` is the number that `play` returned. */
  | { readonly is: 'played'; readonly play: number; readonly interrupted: boolean }
  /** One key press, told once however often its packets were repeated (RFC 4733 section 2.5.1.4) or heard in-band. */
  | { readonly is: 'key'; readonly key: Key; readonly durationMs: number }
  /** Sound above the noise floor began, or ended after so many ms. */
  | { readonly is: 'speech_started' }
  | { readonly is: 'speech_ended'; readonly forMs: number }
  /** Nothing was received for `forMs`. Told once per silence. */
  | { readonly is: 'rtp_silent'; readonly forMs: number }
  /** Packets come again after `rtp_silent`. */
  | { readonly is: 'rtp_resumed' }
  /** The worker died or its port failed: no more audio on this leg. */
  | { readonly is: 'lost'; readonly reason: string }

/** Packets that were not used, by reason. */
export interface DroppedPackets {
  /** From another address, or of another stream, than the one that the leg is latched to. */
  readonly foreign: number
  /** A payload type that was not agreed on. */
  readonly wrongPayload: number
  readonly replayed: number
  /** Longer than any packet of ours could be. */
  readonly huge: number
  /** No RTP at all. */
  readonly malformed: number
  /** Came after its place in the sound had passed. */
  readonly late: number
}

export interface LegFigures extends MediaStats {
  readonly dropped: DroppedPackets
  /** Why the recording is incomplete, in words; `null` where it is complete or none was asked for. */
  readonly recordingFailure: string | null
}

/** Loudest sample of each side, 0–1. */
export interface SoundLevel {
  readonly caller: number
  readonly agent: number
}

export interface MediaLeg {
  readonly localPort: number
  /** Of the last half second. */
  level(): SoundLevel
  /** Starts sending (silence when nothing plays) and taking RTP, latched to the first good source. */
  connect(remote: {
    readonly host: string
    readonly port: number
    readonly codec: Codec
    /** Payload type of telephone-event, or `null` where the peer has none. */
    readonly telephoneEvent: number | null
  }): void
  /** Queues a sound; plays are numbered from 1. An unknown sound reports `played` at once, interrupted. */
  play(sound: SoundId): number
  /** Samples for this leg only, 8 kHz mono. */
  playSamples(samples: Int16Array): number
  /** Stops what plays and clears the queue. */
  stop(): void
  /** Sends one RFC 4733 event, 100 ms by default. */
  sendKey(key: Key, durationMs?: number): void
  /**
   * Both sides as they go on, 20 ms after 20 ms, until the returned function is called or the leg closes. Several may
   * listen; nothing is handed over while nobody does.
   */
  listen(hear: (frame: StereoFrame) => void): () => void
  /** Closes port and recording; resolves with the figures when the WAV is complete. */
  close(): Promise<LegFigures>
}

export interface PoolHealth {
  readonly legs: number
  /** Over the last 10 s, how late packets left, in ms. */
  readonly pacingP50Ms: number
  readonly pacingP99Ms: number
  readonly workersAlive: number
}

export interface MediaPool {
  /** Binds a port. Refused, with words, when none is free. */
  open(options: LegOptions): Promise<MediaLeg | { readonly refused: string }>
  /** Makes a sound known to all workers; kept until `forget`. */
  load(sound: SoundId, samples: Int16Array): Promise<void>
  forget(sound: SoundId): void
  health(): PoolHealth
  close(): Promise<void>
}
