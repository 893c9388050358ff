/** What the browser gives to code on its audio thread; the standard types leave it out. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void

/** 40 ms at 8 kHz. */
const partSamples = 320

registerProcessor(
  'microphone',
  class extends AudioWorkletProcessor {
    part = new Float32Array(partSamples)
    filled = 0
    process([input]: readonly (readonly Float32Array[])[]) {
      for (const sample of input?.[0] ?? []) {
        this.part[this.filled++] = sample
        if (this.filled < partSamples) continue
        this.port.postMessage(this.part, [this.part.buffer])
        this.part = new Float32Array(partSamples)
        this.filled = 0
      }
      return true
    }
  },
)
