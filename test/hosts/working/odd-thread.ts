import { type MessagePort, parentPort, threadId, workerData } from 'node:worker_threads'
import { answerJobs } from '../../../src-main/hosts/working/answer-jobs.ts'
import { openWorkFile } from '../../../src-main/hosts/working/work-file.ts'
import { threadTurn } from '../../../src-main/store/write-turn.ts'
import { oddJobs } from './odd-jobs.ts'

const workFile = openWorkFile({ ...workerData, turn: threadTurn(workerData.turn, threadId) })
answerJobs(parentPort as MessagePort, { ...workerData, workFile, types: oddJobs })
