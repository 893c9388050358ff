import { join } from 'node:path'
import type { Logger } from 'pino'
import { openStore, type Store } from '../../store/open-store.ts'
import type { StoreRefusal } from '../../store/store-refusal.ts'
import { mainTurn, newSharedTurn } from '../../store/write-turn.ts'
import type { ComposeOptions } from '../application.ts'
import { ask } from '../control/ask.ts'
import type { Asked, Wish } from '../control/messages.ts'
import { type CommandedJobs, commandedJobs } from './job-standing.ts'
import { openJobs } from './open-jobs.ts'

/** Jobs of a workspace for one command: done here, or by the application that has it open. */
export interface JobCommands extends CommandedJobs {
  /** Of this process; `null`: another one has the workspace open. */
  readonly store: Store | null
  /** What is at work here goes on with the next start; with another process it just goes on. */
  close(): Promise<void>
}

export interface JobCommandsOptions extends Pick<ComposeOptions, 'dataDir' | 'workers'> {
  readonly log: Logger
}

/** Opens the workspace, without the rest of the application, where nobody else has. */
export async function openJobCommands({
  dataDir,
  workers,
  log,
}: JobCommandsOptions): Promise<JobCommands | StoreRefusal> {
  const asked = await ask(dataDir, 'status', {}, 5_000)
  if (asked.is !== 'not_running') return overSocket(dataDir)
  const shared = newSharedTurn()
  const turn = mainTurn(shared)
  const store = await openStore({ file: join(dataDir, 'workspace.db'), now: Date.now, turn })
  if ('refused' in store) return store
  const desk = await openJobs({ dataDir, workers, log, store, now: Date.now, turn, shared, onEnd: () => {} })
  const close = async () => {
    await desk.close()
    await store.close()
  }
  let closed: Promise<void> | null = null
  return {
    ...commandedJobs(store, desk),
    store,
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

/** Each wish throws in the words of the other process. */
function overSocket(dataDir: string): JobCommands {
  const wish = async <W extends Wish>(what: W, asked: Asked[W]) => {
    const answer = await ask(dataDir, what, asked)
    if (answer.is === 'answered') return answer.value
    throw new Error(answer.is === 'refused' ? answer.message : 'The running workspace has ended meanwhile.')
  }
  return {
    store: null,
    start: async job => (await wish('job-start', job)).job,
    cancel: async (job, actor) => (await wish('job-cancel', { job, actor })).cancelled,
    standing: job => wish('job', { job }),
    listNamed: async name => (await wish('list-named', { name })).list,
    close: async () => {},
  }
}
