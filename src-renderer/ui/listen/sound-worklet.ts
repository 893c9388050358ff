import { createJitterBuffer } from './jitter-buffer.ts'

/** What the browser gives to code on its audio thread; the standard types leave it out. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void

/** At 8 kHz: 120 ms are held back, 500 ms at most. */
const buffer = createJitterBuffer({ start: 960, most: 4_000 })

registerProcessor(
  'live-sound',
  class extends AudioWorkletProcessor {
    constructor() {
      super()
      this.port.onmessage = ({ data }: MessageEvent<Float32Array>) => buffer.put(data)
    }
    process(_: unknown, [output]: readonly [Float32Array[]]) {
      const [first, ...others] = output
      if (first) buffer.take(first)
      for (const other of others) if (first) other.set(first)
      return true
    }
  },
)
