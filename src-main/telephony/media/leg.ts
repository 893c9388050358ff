import { randomBytes } from 'node:crypto'
import type { Key } from '../../domain/flow.ts'
import { frameMs } from './audio-format.ts'
import type { EncodedSound } from './encoded-sound.ts'
import { type Law, laws } from './g711.ts'
import { addLateness, createLateness, latenessAt } from './lateness.ts'
import { openLegSockets } from './leg-sockets.ts'
import { createLevelMeter } from './level-meter.ts'
import type { LegEvent, LegFigures, SoundLevel } from './media-pool.ts'
import { meanOpinionScore } from './mos.ts'
import type { Remote } from './protocol.ts'
import { createRtcpSession } from './rtcp-session.ts'
import { createRtpReceiver } from './rtp-receiver.ts'
import { createRtpSender } from './rtp-sender.ts'
import { createSourceLatch, type Source, type SourceLatch } from './source-latch.ts'
import { type StereoFrame, stereoFrame } from './stereo-frame.ts'
import { createWavRecording } from './wav-recording.ts'

/** One call's audio within a worker. */
export interface Leg {
  connect(remote: Remote): void
  play(play: number, sound: EncodedSound | undefined): void
  stop(): void
  sendKey(key: Key, durationMs: number): void
  /** Loudest of both sides since it was asked before, 0–1. */
  level(): SoundLevel
  /** `null`: nobody listens any more. */
  listen(hear: ((frame: StereoFrame) => void) | null): void
  /** One 20 ms step, due at `due`: sends a packet, takes a frame, records both. */
  step(due: number): void
  /** So many steps were left out. */
  skipped(frames: number): void
  close(): Promise<LegFigures>
}

export interface LegPlace {
  readonly host: string
  readonly port: number
  readonly record: string | null
  readonly emit: (event: LegEvent) => void
}

/** Reported as `rtp_silent`. */
const silentAfterMs = 3000
/** First report after half the interval (RFC 3550 section 6.2). */
const reportFrames = 5000 / frameMs
const unroutable = new Set(['0.0.0.0', '::'])

interface Line {
  readonly law: Law
  readonly telephoneEvent: number | null
  readonly latch: SourceLatch
  /** Silence is counted from here while nothing was received. */
  readonly since: number
}

const seed = () => {
  const bytes = randomBytes(12)
  return { ssrc: bytes.readUInt32BE(0), timestamp: bytes.readUInt32BE(4), sequence: bytes.readUInt16BE(8) }
}

/** Rejects with the system's error where the ports cannot be bound. */
export async function openLeg({ host, port, record, emit }: LegPlace): Promise<Leg> {
  const start = seed()
  const sender = createRtpSender(start)
  const receiver = createRtpReceiver(laws.PCMA, emit)
  const rtcp = createRtcpSession(start.ssrc, `${start.ssrc.toString(16)}@${host}`)
  const lateness = createLateness()
  const meter = createLevelMeter()
  let line: Line | null = null
  let rtcpSource: Source | null = null
  let frames = 0
  let sendFailures = 0
  let silenceTold = false
  let hear: ((frame: StereoFrame) => void) | null = null

  const sockets = await openLegSockets(host, port, {
    rtp: (bytes, from) => receiver.take(bytes, from, performance.now()),
    rtcp(bytes, from) {
      if (!line || from.address !== line.latch.target().address) return
      rtcpSource = from
      rtcp.take(bytes, wallClock())
    },
    sendFailed: () => sendFailures++,
  })
  const recording = record === null ? null : createWavRecording(record)

  const wallClock = () => performance.timeOrigin + performance.now()
  const heard = () => {
    const ssrc = receiver.ssrc()
    return ssrc === null ? null : { ssrc, figures: receiver.figures().reception }
  }
  const send = (packet: Buffer, { address: to, port: at }: Source) => {
    if (at > 0 && at < 65_536 && !unroutable.has(to)) sockets.rtp.send(packet, at, to)
  }
  const sendReport = (packet: Buffer, latch: SourceLatch) => {
    const { address: to, port: at } = rtcpSource ?? { ...latch.target(), port: latch.target().port + 1 }
    if (at > 1 && at < 65_536 && !unroutable.has(to)) sockets.rtcp.send(packet, at, to)
  }
  const watchSilence = (since: number, now: number) => {
    const forMs = now - Math.max(since, receiver.lastHeardAt() ?? since)
    const silent = forMs >= silentAfterMs
    if (silent === silenceTold) return
    silenceTold = silent
    emit(silent ? { is: 'rtp_silent', forMs: Math.round(forMs) } : { is: 'rtp_resumed' })
  }
  const figures = (recordingFailure: string | null): LegFigures => {
    const { reception, dropped, heardMs, delayMs } = receiver.figures()
    const lost = Math.max(0, reception.expected - reception.received)
    const roundTripMs = rtcp.roundTripMs()
    const oneWayMs = (roundTripMs ?? 0) / 2 + delayMs + frameMs
    const loss = reception.expected > 0 ? lost / reception.expected : 0
    return {
      sent: sender.figures().packets - sendFailures,
      received: reception.received,
      lost,
      jitterMs: reception.jitterMs,
      roundTripMs,
      mos: reception.received > 0 ? meanOpinionScore({ delayMs: oneWayMs, loss }) : null,
      pacingP99Ms: latenessAt(0.99, [lateness]),
      heardMs,
      dropped,
      recordingFailure,
    }
  }

  return {
    connect({ host: to, port: at, codec, telephoneEvent }) {
      const now = performance.now()
      const latch = createSourceLatch({ address: to, port: at }, now)
      line = { law: laws[codec], telephoneEvent, latch, since: now }
      rtcpSource = null
      receiver.agree(line)
    },
    play(play, sound) {
      if (sound) sender.playout.add(play, sound)
      else emit({ is: 'played', play, interrupted: true })
    },
    stop() {
      for (const end of sender.playout.clear()) emit({ is: 'played', ...end })
    },
    sendKey: (key, durationMs) => sender.sendKey(key, durationMs, line ? line.telephoneEvent : null),
    level: meter.read,
    listen(next) {
      hear = next
    },
    step(due) {
      if (!line) return
      const { law, telephoneEvent, latch, since } = line
      const { packet, sound, ended } = sender.next(law, telephoneEvent)
      send(packet, latch.target())
      const now = performance.now()
      addLateness(lateness, now - due)
      const heardFrame = receiver.pull(now)
      recording?.add(heardFrame, sound, law)
      meter.take(heardFrame, sound, law)
      hear?.(stereoFrame(heardFrame, sound, law))
      if (ended) emit({ is: 'played', ...ended })
      watchSilence(since, now)
      if (++frames % reportFrames === reportFrames / 2) {
        sendReport(rtcp.report(sender.figures(), heard(), wallClock()), latch)
      }
    },
    skipped(count) {
      sender.skip(count)
      if (line) recording?.skip(count)
    },
    async close() {
      if (line) sendReport(rtcp.goodbye(sender.figures(), heard(), wallClock()), line.latch)
      sockets.close()
      return figures((await recording?.close()) ?? null)
    },
  }
}
