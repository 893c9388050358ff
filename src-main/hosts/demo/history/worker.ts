import { join } from 'node:path'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { threadTurn } from '../../../store/write-turn.ts'
import type { HistoryMessage, HistoryOrder } from './history-order.ts'
import { moveIn } from './move-in.ts'
import { playHistory } from './play-history.ts'
import { demoPlot } from './plot.ts'

/** Thread that plays the demo's history in a folder of its own, moves it into the workspace, and ends. */
const port = parentPort
if (!port) throw new Error('The history worker runs as a worker thread only')

const SEED = 7
const tell = (message: HistoryMessage) => port.postMessage(message)
const { file, folder, turn, ...order } = workerData as HistoryOrder
const campaign = await playHistory(folder, {
  ...order,
  seed: SEED,
  plot: demoPlot,
  onProgress: share => tell({ is: 'progress', share }),
})
const begun = await moveIn({
  file,
  from: join(folder, 'workspace.db'),
  practiceTrunk: order.practiceTrunk,
  turn: threadTurn(turn, threadId),
})
tell(begun === null ? { is: 'done', campaign } : { is: 'not_empty', begun })
