/** Turns studio sound into what a telephone line takes: 8 kHz, even level, no long pauses at the edges. */

const lineRate = 8000
/** Length of the low-pass filter in samples of the input. */
const taps = 95
/** The line carries up to 3,400 Hz; what lies above 4,000 would fold back. */
const passHz = 3600

const frame = 160
/** Active speech level (ITU-T P.56 speaks of dBov) and highest peak. */
const targetLevel = 32_768 * 10 ** (-20 / 20)
const highestPeak = 32_768 * 10 ** (-2 / 20)
/** Quieter than this, relative to full scale, is a pause. */
const pauseLevel = 32_768 * 10 ** (-50 / 20)
const leadSamples = 40 * 8
const tailSamples = 180 * 8

export interface MonoSound {
  readonly rate: number
  readonly samples: Int16Array
}

/** 16-bit mono PCM only; throws on anything else. */
export function readMonoWav(file: Buffer): MonoSound {
  let rate = 0
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('ascii', at, at + 4)
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8)
    if (name === 'fmt ') {
      if (file.readUInt16LE(at + 10) !== 1 || file.readUInt16LE(at + 22) !== 16)
        throw new Error('Not 16-bit mono')
      rate = file.readUInt32LE(at + 12)
    }
    if (name === 'data' && rate > 0) {
      const samples = Int16Array.from({ length: size >> 1 }, (_, index) =>
        file.readInt16LE(at + 8 + index * 2),
      )
      return { rate, samples }
    }
    at += 8 + size + (size & 1)
  }
  throw new Error('No WAV file with sound')
}

/** Windowed sinc (Blackman), scaled to pass constant input unchanged. */
function lowPass(rate: number): Float64Array {
  const middle = (taps - 1) / 2
  const cut = passHz / rate
  const kernel = Float64Array.from({ length: taps }, (_, at) => {
    const x = at - middle
    const sinc = x === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * x) / (Math.PI * x)
    const turn = (2 * Math.PI * at) / (taps - 1)
    return sinc * (0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn))
  })
  const sum = kernel.reduce((total, tap) => total + tap, 0)
  return kernel.map(tap => tap / sum)
}

function toLineRate({ rate, samples }: MonoSound): Float64Array {
  if (rate === lineRate) return Float64Array.from(samples)
  const factor = rate / lineRate
  if (!Number.isInteger(factor)) throw new Error(`Cannot turn ${rate} Hz into ${lineRate} Hz`)
  const kernel = lowPass(rate)
  const middle = (taps - 1) / 2
  return Float64Array.from({ length: Math.floor(samples.length / factor) }, (_, at) => {
    let sum = 0
    for (let tap = 0; tap < taps; tap++)
      sum += (kernel[tap] as number) * (samples[at * factor + tap - middle] ?? 0)
    return sum
  })
}

const loudness = (samples: Float64Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length))

export function toTelephone(sound: MonoSound): Int16Array {
  const samples = toLineRate(sound)
  const frames = Array.from({ length: Math.ceil(samples.length / frame) }, (_, at) => ({
    at: at * frame,
    level: loudness(samples.subarray(at * frame, (at + 1) * frame)),
  }))
  const active = frames.filter(({ level }) => level > pauseLevel)
  const first = active[0]
  const last = active.at(-1)
  if (!first || !last) throw new Error('There is nothing to hear')
  const speech = samples.subarray(Math.max(0, first.at - leadSamples), last.at + frame)
  const level = Math.sqrt(active.reduce((sum, { level: each }) => sum + each * each, 0) / active.length)
  const peak = speech.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(targetLevel / level, highestPeak / peak)
  const line = new Int16Array(speech.length + tailSamples)
  speech.forEach((sample, at) => {
    line[at] = Math.round(sample * gain)
  })
  return line
}
