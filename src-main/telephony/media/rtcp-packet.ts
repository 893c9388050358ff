/** RTCP packets, RFC 3550 section 6.4–6.6: sender and receiver reports, SDES with CNAME, BYE. */
export interface ReportBlock {
  /** The source that is reported on. */
  readonly ssrc: number
  /** Share lost since the previous report, 0–1. */
  readonly fractionLost: number
  readonly lost: number
  readonly highest: number
  /** In timestamp units. */
  readonly jitter: number
  /** Middle 32 bits of the NTP time of the last sender report, 0 where none came. */
  readonly lastReport: number
  /** Delay since then in 1/65536 s. */
  readonly delaySinceLast: number
}

export interface SenderInfo {
  /** 64-bit NTP time as seconds and fraction. */
  readonly ntpSeconds: number
  readonly ntpFraction: number
  readonly timestamp: number
  readonly packets: number
  readonly octets: number
}

export interface Report {
  readonly ssrc: number
  /** `null` in a receiver report. */
  readonly sender: SenderInfo | null
  readonly blocks: readonly ReportBlock[]
}

const version = 0x80
const senderReport = 200
const receiverReport = 201
const sourceDescription = 202
const goodbye = 203
const blockBytes = 24

export function writeReport({ ssrc, sender, blocks }: Report): Buffer {
  const bytes = Buffer.alloc(8 + (sender ? 20 : 0) + blocks.length * blockBytes)
  bytes[0] = version | blocks.length
  bytes[1] = sender ? senderReport : receiverReport
  bytes.writeUInt16BE(bytes.length / 4 - 1, 2)
  bytes.writeUInt32BE(ssrc, 4)
  if (sender) {
    const words = [sender.ntpSeconds, sender.ntpFraction, sender.timestamp, sender.packets, sender.octets]
    words.forEach((word, at) => {
      bytes.writeUInt32BE(word >>> 0, 8 + at * 4)
    })
  }
  blocks.forEach((block, at) => {
    const start = 8 + (sender ? 20 : 0) + at * blockBytes
    bytes.writeUInt32BE(block.ssrc, start)
    bytes[start + 4] = Math.min(255, Math.floor(block.fractionLost * 256))
    bytes.writeIntBE(Math.max(-0x80_0000, Math.min(0x7f_ffff, block.lost)), start + 5, 3)
    bytes.writeUInt32BE(block.highest >>> 0, start + 8)
    bytes.writeUInt32BE(block.jitter >>> 0, start + 12)
    bytes.writeUInt32BE(block.lastReport, start + 16)
    bytes.writeUInt32BE(block.delaySinceLast, start + 20)
  })
  return bytes
}

/** Every compound packet names its source (section 6.1). */
export function writeSourceName(ssrc: number, name: string): Buffer {
  const text = Buffer.from(name, 'ascii').subarray(0, 255)
  const bytes = Buffer.alloc(4 + Math.ceil((4 + 2 + text.length + 1) / 4) * 4)
  bytes[0] = version | 1
  bytes[1] = sourceDescription
  bytes.writeUInt16BE(bytes.length / 4 - 1, 2)
  bytes.writeUInt32BE(ssrc, 4)
  bytes[8] = 1
  bytes[9] = text.length
  text.copy(bytes, 10)
  return bytes
}

export function writeGoodbye(ssrc: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes[0] = version | 1
  bytes[1] = goodbye
  bytes.writeUInt16BE(1, 2)
  bytes.writeUInt32BE(ssrc, 4)
  return bytes
}

const readBlock = (bytes: Buffer, start: number): ReportBlock => ({
  ssrc: bytes.readUInt32BE(start),
  fractionLost: (bytes[start + 4] as number) / 256,
  lost: bytes.readIntBE(start + 5, 3),
  highest: bytes.readUInt32BE(start + 8),
  jitter: bytes.readUInt32BE(start + 12),
  lastReport: bytes.readUInt32BE(start + 16),
  delaySinceLast: bytes.readUInt32BE(start + 20),
})

const readSender = (bytes: Buffer): SenderInfo => ({
  ntpSeconds: bytes.readUInt32BE(8),
  ntpFraction: bytes.readUInt32BE(12),
  timestamp: bytes.readUInt32BE(16),
  packets: bytes.readUInt32BE(20),
  octets: bytes.readUInt32BE(24),
})

function readOne(bytes: Buffer): Report | null {
  const type = bytes[1]
  if (type !== senderReport && type !== receiverReport) return null
  const start = type === senderReport ? 28 : 8
  const count = (bytes[0] as number) & 0x1f
  if (bytes.length < start + count * blockBytes) return null
  return {
    ssrc: bytes.readUInt32BE(4),
    sender: type === senderReport ? readSender(bytes) : null,
    blocks: Array.from({ length: count }, (_, at) => readBlock(bytes, start + at * blockBytes)),
  }
}

/** The reports of a compound packet; what is malformed or unknown is left out. */
export function readReports(bytes: Buffer): Report[] {
  const reports: Report[] = []
  let at = 0
  while (at + 8 <= bytes.length && (bytes[at] as number) >> 6 === 2) {
    const length = (bytes.readUInt16BE(at + 2) + 1) * 4
    if (at + length > bytes.length) break
    const report = length >= 8 ? readOne(bytes.subarray(at, at + length)) : null
    if (report) reports.push(report)
    at += length
  }
  return reports
}
