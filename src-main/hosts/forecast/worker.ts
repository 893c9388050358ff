import { parentPort, workerData } from 'node:worker_threads'
import { forecastHere } from './forecast-here.ts'
import type { ForecastMessage, ForecastOrder } from './forecast-order.ts'

/** Thread that makes one forecast and ends. */
const port = parentPort
if (!port) throw new Error('The forecast worker runs as a worker thread only')

const tell = (message: ForecastMessage) => port.postMessage(message)
const made = await forecastHere(workerData as ForecastOrder, share => tell({ is: 'progress', share }))
tell('refused' in made ? { is: 'refused', refusal: made } : { is: 'done', report: made })
