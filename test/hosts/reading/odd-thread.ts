import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { answerReads } from '../../../src-main/hosts/reading/answer-reads.ts'
import { oddReads } from './odd-reads.ts'

answerReads(parentPort as MessagePort, workerData.file, oddReads)
