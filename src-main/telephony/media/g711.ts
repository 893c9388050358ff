/** G.711 companding (ITU-T G.711): 8 bits per sample at 8 kHz, here as lookup tables. */
export interface Law {
  readonly name: 'PCMA' | 'PCMU'
  /** Static RTP payload type (RFC 3551 table 4). */
  readonly payloadType: number
  /** The byte that stands for no sound. */
  readonly silence: number
  /** Linear 16-bit sample of each byte. */
  readonly decoded: Int16Array
  /** Power of each byte's sample. */
  readonly power: Float64Array
  /** Byte of each linear sample, indexed by the sample's 16 bits read as unsigned. */
  readonly encoded: Uint8Array
}

/** Segment number: how far the highest set bit is above bit `base`, at least 0. */
const segment = (magnitude: number, base: number) => Math.max(0, 31 - Math.clz32(magnitude) - base)

/** 13-bit sign-magnitude input, even bits inverted on the line. */
function toALaw(sample: number): number {
  const sign = sample >= 0 ? 0x80 : 0
  const magnitude = (sample >= 0 ? sample : -sample - 1) >> 3
  const seg = segment(magnitude, 4)
  const step = (seg < 2 ? magnitude >> 1 : magnitude >> seg) & 0x0f
  return (sign | (seg << 4) | step) ^ 0x55
}

function fromALaw(byte: number): number {
  const bits = byte ^ 0x55
  const seg = (bits >> 4) & 7
  const step = ((bits & 0x0f) << 4) + 8
  const magnitude = seg === 0 ? step : (step + 0x100) << (seg - 1)
  return bits & 0x80 ? magnitude : -magnitude
}

const muBias = 0x84
const muClip = 0x7fff - muBias

/** All bits inverted on the line. */
function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  const magnitude = Math.min(Math.abs(sample), muClip) + muBias
  const seg = segment(magnitude, 7)
  return ~(sign | (seg << 4) | ((magnitude >> (seg + 3)) & 0x0f)) & 0xff
}

function fromMuLaw(byte: number): number {
  const bits = ~byte & 0xff
  const magnitude = ((((bits & 0x0f) << 3) + muBias) << ((bits >> 4) & 7)) - muBias
  return bits & 0x80 ? -magnitude : magnitude
}

function tables(encodeOne: (sample: number) => number, decodeOne: (byte: number) => number) {
  const decoded = Int16Array.from({ length: 256 }, (_, byte) => decodeOne(byte))
  return {
    decoded,
    power: Float64Array.from(decoded, sample => sample * sample),
    encoded: Uint8Array.from({ length: 65_536 }, (_, bits) => encodeOne((bits << 16) >> 16)),
  }
}

export const laws = {
  PCMA: { name: 'PCMA', payloadType: 8, silence: 0xd5, ...tables(toALaw, fromALaw) },
  PCMU: { name: 'PCMU', payloadType: 0, silence: 0xff, ...tables(toMuLaw, fromMuLaw) },
} as const satisfies Record<Law['name'], Law>

export function encode(law: Law, samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(samples.length)
  for (let at = 0; at < samples.length; at++)
    bytes[at] = law.encoded[(samples[at] as number) & 0xffff] as number
  return bytes
}

export function decodeInto(samples: Int16Array, law: Law, bytes: Uint8Array): void {
  const { decoded } = law
  for (let at = 0; at < bytes.length; at++) samples[at] = decoded[bytes[at] as number] as number
}
