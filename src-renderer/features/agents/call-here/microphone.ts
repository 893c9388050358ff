import workletUrl from './microphone-worklet.ts?worker&url'

/** What somebody at this computer says. */
export interface Microphone {
  close(): void
}

/** As on the line: the browser brings the rate of the microphone to it. */
const rate = 8_000

/** @param heard told 40 ms of mono sound at a time. Rejects where there is no microphone, or it may not be used. */
export async function openMicrophone(heard: (samples: Float32Array) => void): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  })
  const context = new AudioContext({ sampleRate: rate })
  const close = () => {
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
  try {
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 })
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => heard(data)
    context.createMediaStreamSource(stream).connect(node)
    void context.resume()
    return { close }
  } catch (error) {
    close()
    throw error
  }
}
