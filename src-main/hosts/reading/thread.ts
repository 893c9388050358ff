import { parentPort, workerData } from 'node:worker_threads'
import { reads } from '../../api/reads.ts'
import { answerReads } from './answer-reads.ts'

/** Thread that reads the workspace: what takes long there is not noticed on a call or in a window. */
const port = parentPort
if (!port) throw new Error('The reading worker runs as a worker thread only')
answerReads(port, (workerData as { readonly file: string }).file, reads)
