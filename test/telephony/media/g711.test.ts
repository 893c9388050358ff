import { expect, test } from 'vitest'
import { encode, type Law, laws } from '../../../src-main/telephony/media/g711.ts'

const bytes = Array.from({ length: 256 }, (_, byte) => byte)
const roundTrip = (law: Law, sample: number) => law.decoded[law.encoded[sample & 0xffff] as number] as number

test('no sound is the byte that ITU-T G.711 says', () => {
  expect([...encode(laws.PCMA, new Int16Array(1))]).toEqual([0xd5])
  expect([...encode(laws.PCMU, new Int16Array(1))]).toEqual([0xff])
})

test.for([
  ['PCMA', 0x80, 5504],
  ['PCMA', 0xaa, 32_256],
  ['PCMA', 0x2a, -32_256],
  ['PCMA', 0x55, -8],
  ['PCMU', 0x80, 32_124],
  ['PCMU', 0x00, -32_124],
  ['PCMU', 0xf0, 120],
] as const)('%s byte %i is the sample %i of the tables of G.711', ([law, byte, sample]) =>
  expect(laws[law].decoded[byte]).toBe(sample),
)

test.for([laws.PCMA, laws.PCMU])('every byte of $name survives decoding and encoding', law => {
  const changed = bytes.filter(byte => law.encoded[(law.decoded[byte] as number) & 0xffff] !== byte)
  // µ-law has two zeros.
  expect(changed).toEqual(law.name === 'PCMU' ? [0x7f] : [])
})

test.for([laws.PCMA, laws.PCMU])('$name keeps every sample within a sixteenth of its size', law => {
  const clipped = 32_124
  for (let sample = -32_768; sample <= 32_767; sample += 7) {
    const wanted = Math.max(-clipped, Math.min(clipped, sample))
    expect(Math.abs(roundTrip(law, sample) - wanted)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 16))
  }
})
