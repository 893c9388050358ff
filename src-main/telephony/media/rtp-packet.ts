/** RTP packets, RFC 3550 section 5.1. */
export interface RtpHeader {
  readonly payloadType: number
  readonly marker: boolean
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
}

export interface RtpPacket extends RtpHeader {
  /** Where the payload lies in the datagram; a view of it would cost more than all the rest. */
  readonly start: number
  readonly end: number
}

export const rtpHeaderBytes = 12

/** `null` for anything that is no well-formed RTP version 2 packet with a payload. */
export function readRtp(bytes: Buffer): RtpPacket | null {
  if (bytes.length < rtpHeaderBytes) return null
  const first = bytes[0] as number
  if (first >> 6 !== 2) return null
  let start = rtpHeaderBytes + (first & 0x0f) * 4
  if (first & 0x10) {
    if (bytes.length < start + 4) return null
    start += 4 + bytes.readUInt16BE(start + 2) * 4
  }
  const padding = first & 0x20 ? (bytes[bytes.length - 1] as number) : 0
  if (first & 0x20 && padding === 0) return null
  const end = bytes.length - padding
  if (end <= start) return null
  const second = bytes[1] as number
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    start,
    end,
  }
}

/** Writes the twelve header bytes; the payload follows them. */
export function writeRtpHeader(into: Buffer, header: RtpHeader): void {
  into[0] = 0x80
  into[1] = (header.marker ? 0x80 : 0) | header.payloadType
  into.writeUInt16BE(header.sequence, 2)
  into.writeUInt32BE(header.timestamp, 4)
  into.writeUInt32BE(header.ssrc, 8)
}
