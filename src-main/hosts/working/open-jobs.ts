import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Instant } from '../../domain/ids.ts'
import type { Store } from '../../store/open-store.ts'
import type { SharedTurn, WriteTurn } from '../../store/write-turn.ts'
import type { ComposeOptions } from '../application.ts'
import { createJobDesk, type JobDesk, type JobDeskOptions } from './job-desk.ts'
import { createWorkLane } from './work-lane.ts'

export interface OpenJobsOptions extends Pick<ComposeOptions, 'dataDir' | 'workers'> {
  readonly log: Logger
  readonly store: Pick<Store, 'db' | 'write' | 'leaveCheckpoints'>
  readonly now: () => Instant
  /** Of the store's own thread. */
  readonly turn: WriteTurn
  readonly shared: SharedTurn
  readonly onEnd: JobDeskOptions['onEnd']
}

/** Windows come first at a start; until then commits write the log into the file themselves. */
const BEGINS_AFTER_MS = 2_000

/** The desk with its threads; what an earlier run left goes on. */
export async function openJobs({
  dataDir,
  workers,
  log,
  store,
  now,
  turn,
  shared,
  onEnd,
}: OpenJobsOptions): Promise<JobDesk> {
  const file = join(dataDir, 'workspace.db')
  const lane = (checkpoints: boolean) =>
    createWorkLane({
      dataDir,
      file,
      turn: shared,
      checkpoints,
      workerPath: workers.working,
      onBug: stack => log.error({ stack }, 'A bug in a job'),
      onThread: (thread, lives) => {
        if (checkpoints) store.leaveCheckpoints(lives)
        if (!lives) turn.giveFor(thread)
      },
    })
  const writing = lane(true)
  const desk = createJobDesk({ store, lanes: { writing, exporting: lane(false) }, now, log, onEnd })
  await desk.recover()
  const soon = setTimeout(writing.begin, BEGINS_AFTER_MS).unref()
  return {
    ...desk,
    close: () => {
      clearTimeout(soon)
      return desk.close()
    },
  }
}
