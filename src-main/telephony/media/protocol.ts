import type { Key } from '../../domain/flow.ts'
import type { Codec, LegEvent, LegFigures, SoundId, SoundLevel } from './media-pool.ts'
import type { StereoFrame } from './stereo-frame.ts'

/** Where and how a leg talks. */
export interface Remote {
  readonly host: string
  readonly port: number
  readonly codec: Codec
  readonly telephoneEvent: number | null
}

export type LegId = number

/** From the pool to a worker. */
export type ToWorker =
  | { readonly do: 'load'; readonly sound: SoundId; readonly samples: Int16Array }
  | { readonly do: 'forget'; readonly sound: SoundId }
  | {
      readonly do: 'open'
      readonly leg: LegId
      readonly host: string
      readonly port: number
      readonly record: string | null
    }
  | { readonly do: 'connect'; readonly leg: LegId; readonly remote: Remote }
  | { readonly do: 'play'; readonly leg: LegId; readonly play: number; readonly sound: SoundId }
  | { readonly do: 'play_samples'; readonly leg: LegId; readonly play: number; readonly samples: Int16Array }
  | { readonly do: 'stop'; readonly leg: LegId }
  | { readonly do: 'send_key'; readonly leg: LegId; readonly key: Key; readonly durationMs: number }
  | { readonly do: 'listen'; readonly leg: LegId; readonly on: boolean }
  | { readonly do: 'close'; readonly leg: LegId }
  | { readonly do: 'shut_down' }

/** From a worker to the pool. */
export type FromWorker =
  /** The thread runs and takes messages. */
  | { readonly is: 'ready' }
  | { readonly is: 'loaded'; readonly sound: SoundId }
  | { readonly is: 'opened'; readonly leg: LegId }
  /** `taken`: another program has the port, the next one may be free. */
  | { readonly is: 'not_opened'; readonly leg: LegId; readonly taken: boolean; readonly reason: string }
  | { readonly is: 'event'; readonly leg: LegId; readonly event: LegEvent }
  /** 20 ms of a leg that is listened to. */
  | { readonly is: 'sound'; readonly leg: LegId; readonly frame: StereoFrame }
  | { readonly is: 'closed'; readonly leg: LegId; readonly figures: LegFigures }
  /** Twice a second while legs are open: of each that is connected. */
  | { readonly is: 'levels'; readonly levels: readonly (readonly [LegId, SoundLevel])[] }
  /** Once a second while legs are open: how late packets left in that second. */
  | { readonly is: 'pacing'; readonly lateness: Uint32Array }
