import type { LiveSound } from './live-sound.ts'
import type { LegEvent, LegFigures, MediaLeg, SoundLevel } from './media-pool.ts'
import type { ToWorker } from './protocol.ts'

type OnOneLeg<M> = M extends { readonly leg: number } ? Omit<M, 'leg'> : never
/** A message to one leg, before its number is put on. */
export type ToLeg = OnOneLeg<ToWorker>

export interface PoolLegOptions {
  readonly localPort: number
  readonly post: (message: ToLeg) => void
  /** False once the worker has died or the leg was closed. */
  readonly alive: () => boolean
  readonly onEvent: (event: LegEvent) => void
  readonly sound: LiveSound
  readonly level: () => SoundLevel
  /** Settles when the worker has closed the leg. */
  readonly closed: Promise<LegFigures>
}

const usualKeyMs = 100

/** The main thread's handle on a leg in a worker. */
export function createPoolLeg({
  localPort,
  post,
  alive,
  onEvent,
  sound: live,
  level,
  closed,
}: PoolLegOptions): MediaLeg {
  let plays = 0
  /** Sends a play on its way; without a worker it ends at once. */
  const begin = (message: (play: number) => ToLeg) => {
    const play = ++plays
    if (alive()) post(message(play))
    else queueMicrotask(() => onEvent({ is: 'played', play, interrupted: true }))
    return play
  }
  return {
    localPort,
    level,
    connect: ({ host, port, codec, telephoneEvent }) =>
      post({ do: 'connect', remote: { host, port, codec, telephoneEvent } }),
    play: sound => begin(play => ({ do: 'play', play, sound })),
    playSamples: samples => begin(play => ({ do: 'play_samples', play, samples })),
    stop: () => post({ do: 'stop' }),
    sendKey: (key, durationMs = usualKeyMs) => post({ do: 'send_key', key, durationMs }),
    listen: live.add,
    close() {
      post({ do: 'close' })
      return closed
    },
  }
}
