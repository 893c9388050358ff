import type { Key } from '../../domain/flow.ts'
import { frameSamples } from './audio-format.ts'
import { encodeSound } from './encoded-sound.ts'
import type { Law } from './g711.ts'
import { createKeySender, type KeyPacket } from './key-sender.ts'
import { createPlayout, type PlayEnd, type Playout } from './playout.ts'
import { rtpHeaderBytes, writeRtpHeader } from './rtp-packet.ts'
import { keyTone, silence } from './tones.ts'

/** The outgoing stream of one leg: a packet each 20 ms, of sound, silence or a key. */
export interface RtpSender {
  readonly playout: Playout
  sendKey(key: Key, durationMs: number, telephoneEvent: number | null): void
  next(law: Law, telephoneEvent: number | null): OutgoingFrame
  /** Time passed in which nothing was sent. */
  skip(frames: number): void
  figures(): { readonly packets: number; readonly octets: number; readonly timestamp: number }
}

export interface OutgoingFrame {
  readonly packet: Buffer
  /** What of it can be heard; valid until the next frame. */
  readonly sound: Uint8Array
  readonly ended: PlayEnd | null
}

export interface StreamStart {
  readonly ssrc: number
  readonly sequence: number
  readonly timestamp: number
}

/** The socket may hold a packet for a moment; its buffer is used again this many frames later. */
const buffersInTurn = 8
const pauseAfterKeyToneMs = 60

export function createRtpSender({ ssrc, sequence: first, timestamp: start }: StreamStart): RtpSender {
  const playout = createPlayout()
  const keySender = createKeySender()
  const buffers = Array.from({ length: buffersInTurn }, () => Buffer.alloc(rtpHeaderBytes + frameSamples))
  const keySilence = new Uint8Array(frameSamples)
  let sequence = first
  let timestamp = start
  let packets = 0
  let octets = 0
  let talkspurt = true

  const advance = (payloadBytes: number) => {
    sequence = (sequence + 1) & 0xffff
    timestamp = (timestamp + frameSamples) >>> 0
    packets++
    octets += payloadBytes
  }
  const keyFrame = (law: Law, payloadType: number, { payload, marker, timestamp: began }: KeyPacket) => {
    const packet = Buffer.alloc(rtpHeaderBytes + payload.length)
    writeRtpHeader(packet, { payloadType, marker, sequence, timestamp: began, ssrc })
    payload.copy(packet, rtpHeaderBytes)
    advance(payload.length)
    return { packet, sound: keySilence.fill(law.silence), ended: null }
  }
  const soundFrame = (law: Law) => {
    const packet = buffers[packets % buffersInTurn] as Buffer
    const sound = packet.subarray(rtpHeaderBytes)
    writeRtpHeader(packet, { payloadType: law.payloadType, marker: talkspurt, sequence, timestamp, ssrc })
    talkspurt = false
    const ended = playout.fill(sound, law)
    advance(sound.length)
    return { packet, sound, ended }
  }

  return {
    playout,
    sendKey(key, durationMs, telephoneEvent) {
      if (telephoneEvent !== null) return keySender.add(key, durationMs)
      playout.interject(encodeSound(keyTone(key, durationMs)))
      playout.interject(encodeSound(silence(pauseAfterKeyToneMs)))
    },
    next(law, telephoneEvent) {
      const key = telephoneEvent === null ? null : keySender.next(timestamp)
      return key && telephoneEvent !== null ? keyFrame(law, telephoneEvent, key) : soundFrame(law)
    },
    skip(frames) {
      timestamp = (timestamp + frames * frameSamples) >>> 0
      talkspurt = true
    },
    figures: () => ({ packets, octets, timestamp }),
  }
}
