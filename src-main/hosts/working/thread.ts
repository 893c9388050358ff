import { parentPort, threadId, workerData } from 'node:worker_threads'
import { jobTypes } from '../../contacts/job-types.ts'
import { threadTurn } from '../../store/write-turn.ts'
import { giveWay } from '../give-way.ts'
import { answerJobs } from './answer-jobs.ts'
import type { WorkPlace } from './job-message.ts'
import { openWorkFile } from './work-file.ts'

/** Thread that does long work on contacts, one job after the other. */
const port = parentPort
if (!port) throw new Error('The working thread runs as a worker thread only')
const place = workerData as WorkPlace
giveWay()
const workFile = openWorkFile({ ...place, turn: threadTurn(place.turn, threadId) })
answerJobs(port, { ...place, workFile, types: jobTypes })
