import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRtp, rtpHeaderBytes, writeRtpHeader } from '../../../src-main/telephony/media/rtp-packet.ts'

const header = { payloadType: 8, marker: true, sequence: 65_535, timestamp: 0xffff_ff60, ssrc: 0xdead_beef }
const aPacket = (payload = Buffer.from([1, 2, 3]), change: (bytes: Buffer) => void = () => {}) => {
  const bytes = Buffer.concat([Buffer.alloc(rtpHeaderBytes), payload])
  writeRtpHeader(bytes, header)
  change(bytes)
  return bytes
}
const payloadOf = (bytes: Buffer) => {
  const packet = readRtp(bytes)
  return packet && [...bytes.subarray(packet.start, packet.end)]
}

test('what is written can be read', () =>
  expect(readRtp(aPacket())).toEqual({ ...header, start: 12, end: 15 }))

test('contributing sources, an extension and padding are no sound', () => {
  const rest = Buffer.from([0, 0, 0, 9, 0xbe, 0xde, 0, 1, 7, 7, 7, 7, 1, 2, 3, 0, 2])
  expect(payloadOf(aPacket(rest, bytes => bytes.writeUInt8(0x80 | 0x20 | 0x10 | 1, 0)))).toEqual([1, 2, 3])
})

test.for([
  ['nothing', Buffer.alloc(0)],
  ['a header without payload', aPacket(Buffer.alloc(0))],
  ['version 1', aPacket(undefined, bytes => bytes.writeUInt8(0x40, 0))],
  [
    'an extension that is longer than the packet',
    aPacket(Buffer.from([0, 0, 255, 255, 1]), b => b.writeUInt8(0x90, 0)),
  ],
  ['padding that eats all', aPacket(Buffer.from([9, 9, 9]), b => b.writeUInt8(0xa0, 0))],
  ['padding of length 0', aPacket(Buffer.from([9, 9, 0]), b => b.writeUInt8(0xa0, 0))],
] as const)('%s is no RTP', ([, bytes]) => expect(readRtp(bytes)).toBeNull())

test('whatever arrives, reading never throws and never points outside', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
      const packet = readRtp(Buffer.from(bytes))
      if (!packet) return
      expect(packet.start).toBeLessThan(packet.end)
      expect(packet.end).toBeLessThanOrEqual(bytes.length)
    }),
  ))
