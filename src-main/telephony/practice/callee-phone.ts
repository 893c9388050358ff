import { setTimeout as sleep } from 'node:timers/promises'
import type { Key } from '../../domain/flow.ts'
import type { LegEvent, MediaLeg } from '../media/media-pool.ts'

/** A telephone in the hand of a practice person. Everything that waits rejects once `over` is aborted. */
export interface CalleePhone {
  say(sound: Int16Array): Promise<void>
  press(key: Key): void
  wait(ms: number): Promise<void>
  /**
   * Waits until the caller has been heard and then pauses, or has talked for `enoughMs`; false where nothing was
   * heard for `patienceMs`.
   */
  hearTurn(patienceMs: number, enoughMs?: number): Promise<boolean>
  /** Fed with what the leg reports. */
  heard(event: LegEvent): void
}

/** People take a shorter silence for a breath between two sentences. */
const PAUSE_MS = 900
/** A caller who talks on without any pause is listened to for so long at most. */
const LONGEST_TURN_MS = 120_000

/** What the ear knows about the caller's current turn. */
type Ear =
  | { readonly is: 'nothing_yet' }
  | { readonly is: 'listening'; readonly since: number }
  | { readonly is: 'pause'; readonly since: number }

export const createCalleePhone = (
  leg: MediaLeg,
  over: AbortSignal,
  pressed: (key: Key) => void,
): CalleePhone => {
  let ear: Ear = { is: 'nothing_yet' }
  let wake = Promise.withResolvers<void>()
  const played = new Map<number, () => void>()

  const change = (next: Ear): void => {
    ear = next
    wake.resolve()
    wake = Promise.withResolvers()
  }

  const changeWithin = async (ms: number): Promise<void> => {
    const timer = new AbortController()
    try {
      await Promise.race([
        wake.promise,
        sleep(ms, undefined, { signal: AbortSignal.any([over, timer.signal]) }),
      ])
    } finally {
      timer.abort()
    }
    over.throwIfAborted()
  }

  return {
    say: sound => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      played.set(leg.playSamples(sound), resolve)
      over.addEventListener('abort', () => reject(over.reason), { once: true })
      return promise
    },

    press: key => {
      over.throwIfAborted()
      leg.sendKey(key)
      pressed(key)
    },

    wait: async ms => {
      await sleep(ms, undefined, { signal: over })
    },

    hearTurn: async (patienceMs, enoughMs = LONGEST_TURN_MS) => {
      const giveUpAt = performance.now() + patienceMs
      const stillMs = (): number => {
        if (ear.is === 'listening') return ear.since + enoughMs - performance.now()
        return (ear.is === 'pause' ? ear.since + PAUSE_MS : giveUpAt) - performance.now()
      }
      for (let ms = stillMs(); ms > 0; ms = stillMs()) await changeWithin(ms)
      const spokenTo = ear.is !== 'nothing_yet'
      ear = { is: 'nothing_yet' }
      return spokenTo
    },

    heard: event => {
      if (event.is === 'speech_started') change({ is: 'listening', since: performance.now() })
      if (event.is === 'speech_ended') change({ is: 'pause', since: performance.now() })
      if (event.is === 'played') {
        played.get(event.play)?.()
        played.delete(event.play)
      }
    },
  }
}
