import {
  type InputOf,
  JobCalledOff,
  JobInterrupted,
  JobRefused,
  type JobType,
  type JobTypes,
  type JobWork,
} from '../../contacts/job-work.ts'
import type { JobKind, JobProgress } from '../../domain/job.ts'
import { storeFailure } from '../../store/failure.ts'
import type { JobEnding } from '../../store/job-records.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import type { Interrupted, JobMessage, JobOrder, WorkPlace } from './job-message.ts'
import { makeFirm, mustGoOn, setMayBeCancelled, sleepFirm } from './job-word.ts'
import type { WorkFile } from './work-file.ts'

export interface JobThread extends Pick<WorkPlace, 'dataDir' | 'file'> {
  readonly types: Partial<JobTypes>
  readonly workFile: WorkFile
  readonly tell: (message: JobMessage) => void
}

const TELL_EVERY_MS = 200
/** Until what a job left could be cleaned up: a full disk has room again some time. */
const CLEAN_AGAIN_MS = 5_000

/** Does one job in this thread, to its end. */
export async function doJob(order: JobOrder, thread: JobThread): Promise<JobEnding | Interrupted> {
  const { input, how } = order
  const type = thread.types[input.is] as JobType<JobKind> | undefined
  if (type === undefined) return { is: 'failed', message: 'This version cannot do work of this kind.' }
  const work = workOf(order, thread)
  try {
    if (how === 'clean_up') return await cleanUp(order, thread, type, work, { is: 'cancelled', message: '' })
    if (how === 'after_crash' && type.afterCrash(work, input) === 'clean_up')
      return await cleanUp(order, thread, type, work, { is: 'cancelled', message: crashed })
    try {
      return { is: 'done', result: await type.run(work, input) }
    } catch (error) {
      if (error instanceof JobInterrupted) throw error
      return await cleanUp(order, thread, type, work, endingOf(error, thread))
    }
  } catch (error) {
    if (error instanceof JobInterrupted) return { is: 'interrupted' }
    throw error
  }
}

const crashed = 'The program ended while it was at work. Nothing of it was kept; start it again.'

function workOf({ job, actor, how, word }: JobOrder, { dataDir, file, workFile, tell }: JobThread): JobWork {
  let toldAt = Number.NEGATIVE_INFINITY
  let told: JobProgress | null = null
  return {
    job,
    actor,
    dataDir,
    now: Date.now,
    goesOn: how === 'after_crash',
    openReads: () => openReadOnly(file),
    write: async (write, waits) => {
      mustGoOn(word)
      return workFile.write(write, waits)
    },
    tell: progress => {
      if (progress.mayBeCancelled !== told?.mayBeCancelled) setMayBeCancelled(word, progress.mayBeCancelled)
      const isNew = progress.phase !== told?.phase || progress.mayBeCancelled !== told.mayBeCancelled
      if (!isNew && performance.now() - toldAt < TELL_EVERY_MS) return
      told = progress
      toldAt = performance.now()
      tell({ is: 'progress', progress })
    },
    mustGoOn: () => {
      mustGoOn(word)
      workFile.checkpoint()
    },
  }
}

function endingOf(error: unknown, { file, tell }: JobThread): JobEnding {
  if (error instanceof JobCalledOff) return { is: 'cancelled', message: '' }
  if (error instanceof JobRefused) return { is: 'failed', message: error.message }
  const failure = storeFailure(error, file)
  if (failure !== null) return { is: 'failed', message: failure.message }
  if (hasNoRoom(error)) return { is: 'failed', message: noRoom }
  tell({ is: 'bug', stack: stackOf(error) })
  return { is: 'failed', message: `${broke(error)} Nothing of it was kept; the log has the details.` }
}

const noRoom = 'The disk is full. Free some space and start it again. Nothing of it was kept.'
const hasNoRoom = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

const broke = (error: unknown) => `It broke off: ${error instanceof Error ? error.message : String(error)}.`
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Tried until nothing is left of the job, or the program ends: its next start then tries on. */
async function cleanUp(
  { input, word }: JobOrder,
  { tell }: JobThread,
  { cleanUp: clean }: JobType<JobKind>,
  work: JobWork,
  ending: JobEnding,
): Promise<JobEnding> {
  makeFirm(word)
  for (let told = false; ; told = true) {
    try {
      await clean(work, input as InputOf<JobKind>)
      return ending
    } catch (error) {
      if (error instanceof JobInterrupted) throw error
      if (!told) tell({ is: 'bug', stack: stackOf(error) })
      tell({ is: 'progress', progress: waitsToClean })
      sleepFirm(word, CLEAN_AGAIN_MS)
    }
  }
}

const waitsToClean: JobProgress = {
  phase: 'Waiting to take back what was stored',
  done: 0,
  total: null,
  mayBeCancelled: false,
}
