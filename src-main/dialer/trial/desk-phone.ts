import type { Key } from '../../domain/flow.ts'
import type { Instant } from '../../domain/ids.ts'
import type { MediaPool } from '../../telephony/media/media-pool.ts'
import type { StereoFrame } from '../../telephony/media/stereo-frame.ts'
import { createSipLine } from '../../telephony/sip/create-sip-line.ts'
import { readSdp, writeAnswer } from '../../telephony/sip/sdp.ts'
import type { IncomingInvite } from '../../telephony/sip/sip-line.ts'
import { createVoiceFeed } from './voice-feed.ts'

/** The telephone of somebody who tries an agent: answers the one call that it waits for, on this machine only. */
export interface DeskPhone {
  readonly port: number
  press(key: Key): void
  /** 8 kHz mono. */
  speak(samples: Int16Array): void
  /** What is heard, left, and what is sent from here, right. @returns the way to stop */
  listen(hear: (frame: StereoFrame) => void): () => void
  /** False where nothing was answered: the caller has to give up. */
  hangUp(): boolean
  close(): Promise<void>
}

export interface DeskPhoneOptions {
  readonly media: MediaPool
  /** Of the call that is answered; every other one gets 486. */
  readonly sipCallId: string
  readonly now: () => Instant
}

const host = '127.0.0.1'

export async function openDeskPhone({
  media,
  sipCallId,
  now,
}: DeskPhoneOptions): Promise<DeskPhone | { readonly refused: string }> {
  const leg = await media.open({
    record: null,
    onEvent: event => event.is === 'played' && feed.played(),
  })
  if ('refused' in leg) return leg
  const feed = createVoiceFeed(samples => leg.playSamples(samples))
  const line = await createSipLine({
    localHost: host,
    localPort: 0,
    peer: null,
    userAgent: 'Trunkline desk telephone',
    now,
  })
  let taken: IncomingInvite | null = null

  line.onInvite(invite => {
    const remote = readSdp(invite.offer)
    const sdp = writeAnswer(invite.offer, { host, port: leg.localPort, sessionId: leg.localPort })
    if (taken !== null || invite.sipCallId !== sipCallId) return invite.reject(486)
    if (remote.is === 'refused' || typeof sdp !== 'string') return invite.reject(488)
    taken = invite
    leg.connect(remote)
    // Without an ACK there is no call to hang up: the caller has given up by itself.
    invite.answer(sdp).catch(() => {})
  })

  return {
    port: line.localPort,
    press: key => leg.sendKey(key),
    speak: feed.put,
    listen: hear => leg.listen(hear),
    hangUp: () => {
      void taken?.bye()
      return taken !== null
    },
    close: async () => {
      await line.close()
      await leg.close()
    },
  }
}
