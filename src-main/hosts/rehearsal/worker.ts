import { parentPort, workerData } from 'node:worker_threads'
import { pino } from 'pino'
import type { RehearsalMessage, RehearsalOrder } from './rehearsal-order.ts'
import { rehearseCampaign } from './rehearse-campaign.ts'
import { endOf } from './shown-report.ts'

/** Thread that rehearses one campaign and ends: its calls and its writing never wait for the real ones, nor these for it. */
const port = parentPort
if (!port) throw new Error('The rehearsal worker runs as a worker thread only')

const tell = (message: RehearsalMessage) => port.postMessage(message)
const log = pino({ level: 'error', base: null }, { write: line => tell({ is: 'log', line }) })
const { folder, workers, resources, ...order } = workerData as RehearsalOrder
const secrets = { get: async () => null, set: async () => {}, remove: async () => {} }
const made = await rehearseCampaign(
  { dataDir: folder, workers, resources, log, kind: 'cli', secrets },
  {
    ...order,
    sample: true,
    speed: 1,
    onProgress: progress => tell({ is: 'progress', progress }),
    // Who calls it off ends the thread.
    signal: new AbortController().signal,
  },
)
tell(endOf(made))
