import type { Logger } from 'pino'
import type { Instant, JobId } from '../../domain/ids.ts'
import type { JobKind } from '../../domain/job.ts'
import {
  addJob,
  callJobOff,
  type JobEnding,
  type JobRecord,
  keepProgress,
  leaveJob,
  type NewJob,
  openJobs,
  readJob,
  startJob,
} from '../../store/job-records.ts'
import type { Store } from '../../store/open-store.ts'
import { mustWrite } from '../must-write.ts'
import type { Interrupted, JobOrder } from './job-message.ts'
import { createPace, type PacedProgress } from './job-pace.ts'
import { callOff, interrupt, type JobWord, newJobWord } from './job-word.ts'
import type { WorkLane } from './work-lane.ts'
import { auditStart, writeEnd } from './write-end.ts'

/** Long work: what waits, what is at work and how far it is. What is asked for is on disk before it is promised. */
export interface JobDesk {
  /** Goes on with what an earlier run left. */
  recover(): Promise<void>
  /** Throws `NotWritten` where the workspace cannot be written. */
  start(job: NewJob): Promise<JobId>
  /** `too_late`: it may not be cancelled any more. What it did is taken back in the background. */
  cancel(job: JobId, actor: string): Promise<'cancelled' | 'too_late' | 'ended' | 'unknown'>
  /** `null`: it is not at work. */
  progressOf(job: JobId): PacedProgress | null
  /** Resolves once it has ended; at once where it is not known. */
  ended(job: JobId): Promise<void>
  /** Told when one begins, gets on or ends. */
  onChange(listener: (job: JobId) => void): () => void
  /** What is at work stops within moments and goes on with the next start. */
  close(): Promise<void>
}

export interface JobDeskOptions {
  readonly store: Pick<Store, 'db' | 'write'>
  /** Exports only read: they need not wait for an import. */
  readonly lanes: { readonly writing: WorkLane; readonly exporting: WorkLane }
  readonly now: () => Instant
  readonly log: Logger
  /** The workspace was changed beside the engine. */
  readonly onEnd: (job: JobRecord, ending: JobEnding) => void
}

interface OpenJob {
  readonly record: JobRecord
  readonly over: PromiseWithResolvers<void>
  /** Once it is at work. */
  word: JobWord | null
  /** Who cancelled it; empty: nobody. */
  message: string
  progress: PacedProgress | null
}

const laneOf = (kind: JobKind): keyof JobDeskOptions['lanes'] => (kind === 'export' ? 'exporting' : 'writing')

const KEEP_EVERY_MS = 5_000
const WRITE_AGAIN_MS = 2_000
const STOP_WITHIN_MS = 3_000
/** One that ends the whole program each time would otherwise be begun for ever. */
const MOST_CRASHES = 2

const endsTheProgram = 'The program broke off twice while this was at work, so it does not go on by itself.'
const notTakenBack = 'What it had stored could not be taken back.'

export function createJobDesk({ store, lanes, now, log, onEnd }: JobDeskOptions): JobDesk {
  const open = new Map<JobId, OpenJob>()
  const queues = { writing: Promise.resolve(), exporting: Promise.resolve() }
  const listeners = new Set<(job: JobId) => void>()
  const closing = new AbortController()
  const changed = (job: JobId) => {
    for (const listener of listeners) listener(job)
  }

  const put = (record: JobRecord): void => {
    const { id, message } = record
    const job: OpenJob = { record, message, over: Promise.withResolvers(), word: null, progress: null }
    open.set(id, job)
    const lane = laneOf(record.input.is)
    queues[lane] = queues[lane]
      .then(() => work(job))
      .catch(error => log.error(error, `Job ${id} could not be brought to its end`))
  }
  const work = async (job: OpenJob): Promise<void> => {
    if (closing.signal.aborted || !open.has(job.record.id)) return
    await mustWriteSoon(tx => startJob(tx, job.record.id, now()))
    const end = await run(job)
    if (end !== null && end.is !== 'interrupted') await close(job, end)
    else await store.write(tx => leaveJob(tx, job.record.id))
  }

  /** One that kills its thread goes on once, one that ends the program goes on twice; then it is cleaned up. */
  const run = async (job: OpenJob): Promise<JobEnding | Interrupted | null> => {
    const { state, message, crashes } = job.record
    if (crashes > MOST_CRASHES) return { is: 'failed', message: `${endsTheProgram} ${notTakenBack}` }
    let why = message === '' && crashes === MOST_CRASHES ? endsTheProgram : ''
    const goesOn = message === '' && why === ''
    let how: JobOrder['how'] = state === 'waiting' ? 'begin' : goesOn ? 'after_crash' : 'clean_up'
    for (let tries = 0; tries < 3 && !closing.signal.aborted; tries++) {
      try {
        const end = await runOnce(job, how)
        return how === 'clean_up' && why !== ''
          ? { is: 'failed', message: `${why} Nothing of it was kept.` }
          : end
      } catch (error) {
        if (closing.signal.aborted) return null
        log.error(error, `The thread died that did job ${job.record.id}`)
        why = `It broke off: ${error instanceof Error ? error.message : String(error)}.`
        how = tries === 0 && how !== 'clean_up' && job.message === '' ? 'after_crash' : 'clean_up'
      }
    }
    return { is: 'failed', message: `${why} ${notTakenBack}` }
  }
  const runOnce = (job: OpenJob, how: JobOrder['how']) => {
    const { id, input, actor, progress } = job.record
    const word = newJobWord(how !== 'clean_up' && (progress?.mayBeCancelled ?? true))
    job.word = word
    const pace = createPace()
    let kept = { at: now(), mayBeCancelled: true }
    return lanes[laneOf(input.is)].run({ job: id, actor, input, how, word }, progress => {
      job.progress = pace(progress, performance.now())
      changed(id)
      if (now() - kept.at < KEEP_EVERY_MS && progress.mayBeCancelled === kept.mayBeCancelled) return
      kept = { at: now(), mayBeCancelled: progress.mayBeCancelled }
      // Of use after a crash only; what the job itself has stored tells where it stands.
      void store.write(tx => keepProgress(tx, id, progress), 'not')
    })
  }
  const close = async (job: OpenJob, end: JobEnding): Promise<void> => {
    const ending = end.is === 'cancelled' && job.message !== '' ? { ...end, message: job.message } : end
    await mustWriteSoon(tx => writeEnd(tx, job.record, ending, now()))
    open.delete(job.record.id)
    onEnd(job.record, ending)
    changed(job.record.id)
    job.over.resolve()
  }
  /** What a job did is done: its end is written as soon as the disk takes it. */
  const mustWriteSoon = async (write: Parameters<Store['write']>[0]): Promise<void> => {
    while (!closing.signal.aborted) {
      const written = await store.write(write)
      if (written.committed) return
      await new Promise(resolve => setTimeout(resolve, WRITE_AGAIN_MS))
    }
  }

  return {
    recover: async () => {
      for (const record of await openJobs(store.db)) put(record)
    },
    start: async job => {
      const record = await mustWrite(store, async tx => {
        const id = await addJob(tx, job, now())
        await auditStart(tx, id, job, now())
        return readJob(tx, id)
      })
      if (record === null) throw new Error('A job vanished while it was added')
      put(record)
      changed(record.id)
      return record.id
    },
    cancel: async (id, actor) => {
      const job = open.get(id)
      if (job === undefined) return (await readJob(store.db, id)) === null ? 'unknown' : 'ended'
      if (job.word !== null && !callOff(job.word)) return 'too_late'
      job.message ||= `Cancelled by ${actor}. Nothing of it was kept.`
      // Where this is not kept, a crash right now would go on with it.
      if (job.word !== null) await store.write(tx => callJobOff(tx, id, job.message))
      else await close(job, { is: 'cancelled', message: job.message })
      changed(id)
      return 'cancelled'
    },
    progressOf: id => open.get(id)?.progress ?? null,
    ended: async id => open.get(id)?.over.promise,
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closing.abort()
      for (const { word } of open.values()) if (word !== null) interrupt(word)
      const rest = Promise.all([queues.writing, queues.exporting])
      await Promise.race([rest, new Promise(resolve => setTimeout(resolve, STOP_WITHIN_MS).unref())])
      await Promise.all([lanes.writing.close(), lanes.exporting.close()])
      await rest
    },
  }
}
