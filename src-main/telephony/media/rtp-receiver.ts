import { frameSamples } from './audio-format.ts'
import { decodeInto, type Law } from './g711.ts'
import { createJitterBuffer } from './jitter-buffer.ts'
import { createKeyReceiver } from './key-receiver.ts'
import { createKeyToneDetector } from './key-tone-detector.ts'
import type { DroppedPackets, LegEvent } from './media-pool.ts'
import { createReception, type ReceptionFigures } from './reception.ts'
import { type RtpPacket, readRtp } from './rtp-packet.ts'
import type { Source, SourceLatch } from './source-latch.ts'
import { createSpeechDetector } from './speech-detector.ts'

/** How the far side sends; changes with each answer of the signalling. */
export interface IncomingFormat {
  readonly law: Law
  readonly telephoneEvent: number | null
  readonly latch: SourceLatch
}

/** The incoming stream of one leg: from datagrams to frames of sound, keys and speech. */
export interface RtpReceiver {
  agree(format: IncomingFormat): void
  take(bytes: Buffer, from: Source, now: number): void
  /** The next 20 ms of sound; valid until the next pull. */
  pull(now: number): Uint8Array
  figures(): IncomingFigures
  /** The sender that is heard; `null` before its first packet. */
  ssrc(): number | null
  lastHeardAt(): number | null
}

export interface IncomingFigures {
  readonly reception: ReceptionFigures
  readonly dropped: DroppedPackets
  readonly heardMs: number
  readonly delayMs: number
}

/** No packet of ours or of a G.711 peer is longer than an Ethernet frame. */
const longestPacket = 1472
/** Another stream from the same address is taken when the one before has been silent for so long. */
const switchAfterMs = 100

export function createRtpReceiver(law: Law, emit: (event: LegEvent) => void): RtpReceiver {
  const reception = createReception()
  const frame = new Uint8Array(frameSamples)
  const linear = new Int16Array(frameSamples)
  const dropped = { foreign: 0, wrongPayload: 0, replayed: 0, huge: 0, malformed: 0, late: 0 }
  const tones = createKeyToneDetector()
  let format: IncomingFormat | null = null
  let jitter = createJitterBuffer(law.silence)
  let speech = createSpeechDetector(law)
  let heardEarlierMs = 0
  let keys = createKeyReceiver()
  let ssrc: number | null = null
  let heardAt: number | null = null
  /** A peer that sends telephone-event is not listened to for tones: it may send both. */
  let sendsEvents = false

  const tellKey = (press: ReturnType<typeof keys.expire>) => {
    if (press) emit({ is: 'key', ...press })
  }
  const use = (bytes: Buffer, packet: RtpPacket, now: number, isEvent: boolean) => {
    heardAt = now
    const { timestamp, start, end } = packet
    if (isEvent) {
      sendsEvents = true
      tellKey(keys.take(timestamp, bytes.subarray(start, end), now))
    } else if (jitter.push(timestamp, bytes, start, end) === 'late') dropped.late++
  }

  return {
    agree(next) {
      if (format && format.law !== next.law) {
        heardEarlierMs += speech.heardMs()
        jitter = createJitterBuffer(next.law.silence)
        speech = createSpeechDetector(next.law)
      }
      format = next
    },
    take(bytes, from, now) {
      if (!format) return
      if (bytes.length > longestPacket) return void dropped.huge++
      if (format.latch.refuses(from, now)) return void dropped.foreign++
      const packet = readRtp(bytes)
      if (!packet) return void dropped.malformed++
      const { law: agreed, telephoneEvent, latch } = format
      if (packet.payloadType !== agreed.payloadType && packet.payloadType !== telephoneEvent) {
        return void dropped.wrongPayload++
      }
      if (packet.ssrc !== ssrc) {
        if (heardAt !== null && now - heardAt < switchAfterMs) return void dropped.foreign++
        ssrc = packet.ssrc
        keys = createKeyReceiver()
      }
      latch.learn(from)
      if (reception.take(packet.sequence, packet.timestamp, now) === 'replayed')
        return void dropped.replayed++
      use(bytes, packet, now, packet.payloadType === telephoneEvent)
    },
    pull(now) {
      jitter.pull(frame)
      const change = speech.hear(frame)
      if (change) emit(change)
      tellKey(keys.expire(now))
      if (!sendsEvents && format) {
        decodeInto(linear, format.law, frame)
        tellKey(tones.hear(linear))
      }
      return frame
    },
    figures: () => ({
      reception: reception.figures(),
      dropped: { ...dropped },
      heardMs: heardEarlierMs + speech.heardMs(),
      delayMs: jitter.delayMs(),
    }),
    ssrc: () => ssrc,
    lastHeardAt: () => heardAt,
  }
}
