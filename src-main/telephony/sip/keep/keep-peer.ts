import type { Instant } from '../../../domain/ids.ts'
import type { Credentials } from '../auth/digest.ts'
import type { Address } from '../message/address.ts'
import type { RawRequests } from '../raw-requests.ts'
import type { SipTimers } from '../reliability/timers.ts'
import type { Health } from './health.ts'
import { createKeeper, type ProbeResult } from './keeper.ts'
import { type Pong, ping } from './ping.ts'
import { createRegistration } from './register.ts'
import { within } from './within.ts'
import { silenceInWords } from './words.ts'

export interface KeepPeerOptions {
  readonly health: Health
  readonly now: () => Instant
  readonly token: () => string
  readonly timers: SipTimers
  readonly raw: RawRequests
  readonly peer: Address
  readonly local: Address
  readonly domain: string
  readonly user: string
  readonly userAgent: string
  readonly credentials: Credentials | null
  readonly registerSeconds: number | null
  readonly optionsSeconds: number
}

/** Keeps the registration, or asks with OPTIONS, and knows from it all how the trunk is. */
export const keepPeer = (options: KeepPeerOptions) => {
  const { health, now, token, timers, raw, peer, local, user, userAgent, registerSeconds, optionsSeconds } =
    options
  const patienceMs = timers.silence
  const registration =
    registerSeconds === null
      ? null
      : createRegistration({ ...options, to: peer, expiresSeconds: registerSeconds, patienceMs })
  const pingOnce = (): Promise<Pong> => ping({ raw, peer, local, user, userAgent, patienceMs, token })
  const askOptions = async (): Promise<ProbeResult> => {
    const pong = await pingOnce()
    const againMs = optionsSeconds > 0 ? optionsSeconds * 1000 : null
    return pong.ok
      ? { is: 'good', registered: false, againMs }
      : { is: 'bad', reason: pong.reason, patience: 'short' }
  }
  const keeper = createKeeper({
    health,
    now,
    t1Ms: timers.t1,
    probe: registration ? registration.renew : askOptions,
    eager: registration !== null || optionsSeconds > 0,
  })
  keeper.start()
  return {
    ping: pingOnce,
    /** Something came from the peer: without a registration that is all that health is. */
    heard(): void {
      if (!registration) health.up(false)
    },
    silent: (): void => keeper.lost(silenceInWords(peer, patienceMs)),
    lost: keeper.lost,
    async stop(): Promise<void> {
      keeper.stop()
      const { is } = health.get()
      if (registration && is === 'up') await within(timers.goodbye, registration.unregister())
    },
  }
}

export type PeerKeeper = ReturnType<typeof keepPeer>
