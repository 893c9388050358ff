import workletUrl from './sound-worklet.ts?worker&url'

/** The loudspeaker, or the headset, of whoever sits here. */
export interface SoundOut {
  /** Mono at 8 kHz. */
  play(samples: Float32Array<ArrayBuffer>): void
  close(): void
}

/** The browser brings the rate of the call to that of the loudspeaker. */
const rate = 8_000

/** Rejects where the browser gives no sound. */
export async function openSoundOut(): Promise<SoundOut> {
  const context = new AudioContext({ sampleRate: rate })
  try {
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'live-sound', { numberOfInputs: 0, outputChannelCount: [2] })
    node.connect(context.destination)
    void context.resume()
    return {
      play: samples => node.port.postMessage(samples, [samples.buffer]),
      close: () => void context.close(),
    }
  } catch (error) {
    await context.close()
    throw error
  }
}
