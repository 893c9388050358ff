import { mkdir } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type Flite, startFlite } from './flite.ts'
import type { RenderReply, RenderRequest, SpeechWorkerData } from './speech-protocol.ts'
import { readMonoWav, toTelephone } from './telephone-sound.ts'

/** Thread that turns texts into telephone sound, one after the other. */
const port = parentPort
if (!port) throw new Error('The speech worker runs as a worker thread only')

const { folder } = workerData as SpeechWorkerData

const start = async (): Promise<Flite> => {
  await mkdir(folder, { recursive: true })
  return startFlite(folder)
}
const flite = start()
let work = flite.then(
  () => {},
  () => {},
)

async function render({ id, text }: RenderRequest): Promise<RenderReply> {
  try {
    const wav = await (await flite).render(text)
    return { id, is: 'rendered', samples: toTelephone(readMonoWav(wav)) }
  } catch (error) {
    return { id, is: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (request: RenderRequest) => {
  work = work.then(async () => {
    const reply = await render(request)
    port.postMessage(reply, reply.is === 'rendered' ? [reply.samples.buffer as ArrayBuffer] : [])
  })
})
