import { parentPort, workerData } from 'node:worker_threads'
import { reads } from '../../api/reads.ts'
import { giveWay } from '../give-way.ts'
import { answerReads } from './answer-reads.ts'

/** Thread that reads the workspace: what takes long there is not noticed on a call or in a window. */
const port = parentPort
if (!port) throw new Error('The reading worker runs as a worker thread only')
giveWay()
answerReads(port, (workerData as { readonly file: string }).file, reads)
