import { samplesPerMs } from './audio-format.ts'
import type { ReceptionFigures } from './reception.ts'
import { readReports, writeGoodbye, writeReport, writeSourceName } from './rtcp-packet.ts'

/** Reports of one leg, out and in: tells the far side how well it is heard and learns the round trip. */
export interface RtcpSession {
  /** The next compound report. */
  report(sent: SentFigures, heard: HeardSource | null, now: number): Buffer
  goodbye(sent: SentFigures, heard: HeardSource | null, now: number): Buffer
  take(bytes: Buffer, now: number): void
  /** Latest measured round trip; `null` until the far side has answered a report. */
  roundTripMs(): number | null
}

export interface SentFigures {
  readonly packets: number
  readonly octets: number
  readonly timestamp: number
}

export interface HeardSource {
  readonly ssrc: number
  readonly figures: ReceptionFigures
}

/** Seconds from 1900 (NTP) to 1970 (Unix). */
const ntpEpoch = 2_208_988_800
const fraction = 2 ** 32

/** Middle 32 bits of the NTP time: 16 bits of seconds, 16 bits of fraction. */
const compact = (seconds: number, part: number) => (((seconds & 0xffff) << 16) | (part >>> 16)) >>> 0

const ntpOf = (now: number) => {
  const seconds = Math.floor(now / 1000)
  return {
    ntpSeconds: seconds + ntpEpoch,
    ntpFraction: Math.floor(((now - seconds * 1000) / 1000) * fraction),
  }
}

/** `now` is wall-clock time in ms since 1970. */
export function createRtcpSession(ssrc: number, name: string): RtcpSession {
  let lastHeard: { compact: number; at: number } | null = null
  let reported = { received: 0, expected: 0 }
  let roundTrip: number | null = null

  const block = ({ ssrc: source, figures }: HeardSource, now: number) => {
    const expected = figures.expected - reported.expected
    const lost = expected - (figures.received - reported.received)
    reported = { received: figures.received, expected: figures.expected }
    return {
      ssrc: source,
      fractionLost: expected > 0 ? Math.max(0, lost) / expected : 0,
      lost: figures.expected - figures.received,
      highest: figures.highest,
      jitter: Math.round(figures.jitterMs * samplesPerMs),
      lastReport: lastHeard?.compact ?? 0,
      delaySinceLast: lastHeard ? Math.round(((now - lastHeard.at) * 65_536) / 1000) : 0,
    }
  }
  const report = (sent: SentFigures, heard: HeardSource | null, now: number) => {
    const sender = sent.packets > 0 ? { ...sent, ...ntpOf(now) } : null
    const blocks = heard ? [block(heard, now)] : []
    return Buffer.concat([writeReport({ ssrc, sender, blocks }), writeSourceName(ssrc, name)])
  }

  return {
    report,
    goodbye: (sent, heard, now) => Buffer.concat([report(sent, heard, now), writeGoodbye(ssrc)]),
    take(bytes, now) {
      for (const { sender, blocks } of readReports(bytes)) {
        if (sender) lastHeard = { compact: compact(sender.ntpSeconds, sender.ntpFraction), at: now }
        const ours = blocks.find(({ ssrc: about }) => about === ssrc)
        if (!ours || ours.lastReport === 0) continue
        const { ntpSeconds, ntpFraction } = ntpOf(now)
        // RFC 3550 section 6.4.1: A − LSR − DLSR.
        const units = (compact(ntpSeconds, ntpFraction) - ours.lastReport - ours.delaySinceLast) | 0
        if (units >= 0) roundTrip = (units * 1000) / 65_536
      }
    },
    roundTripMs: () => roundTrip,
  }
}
