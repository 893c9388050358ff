import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { JobId } from '../domain/ids.ts'
import { latestJobs, readJob, readJobs } from '../store/job-records.ts'
import { actor } from './actor.ts'
import { shownJob, shownJobs } from './job-row.ts'
import { mustBeKept } from './kept-upload.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'
import { snapshots } from './snapshots.ts'

const os = implement(contract.jobs).$context<Services>()

/** At most half a second behind; ended jobs leave the view by the slower pace. */
const livePace = { everyMs: 400, atLeastEveryMs: 10_000 } as const
/** Ended ones are shown for so long. */
const ENDED_MS = 60_000

export const jobs = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const { total, rows } = await readJobs(context.db, input)
    return { total, rows: await shownJobs(context, rows) }
  }),

  get: os.get.handler(({ input, context }) => shownJob(context, input.id)),

  live: os.live.handler(async function* ({ context, signal }) {
    yield* snapshots({
      subscribe: changed => context.jobs.onChange(changed),
      take: async () => shownJobs(context, await latestJobs(context.db, context.now() - ENDED_MS)),
      ...livePace,
      signal,
    })
  }),

  cancel: os.cancel.handler(async ({ input: { id }, context }) => {
    const cancelled = await context.jobs.cancel(id, actor)
    if (cancelled === 'unknown') throw notFound('job', id)
    if (cancelled === 'too_late') throw tooLate
    if (cancelled === 'ended') throw endedAlready
    return shownJob(context, id)
  }),

  undo: os.undo.handler(async ({ input: { id }, context }) => {
    const record = await readJob(context.db, id)
    if (record === null) throw notFound('job', id)
    const [why] = await context.reads.ask('mayNotBeUndone', [id])
    if (why !== null)
      throw refused({
        code: 'no_undo',
        what: why ?? 'It cannot be taken back.',
        cure: 'Nothing was changed.',
      })
    return started(context, { is: 'undo', of: id }, `Take back: ${record.title}`)
  }),

  export: os.export.handler(({ input, context }) =>
    started(context, { is: 'export', order: input }, input.title),
  ),

  again: os.again.handler(async ({ input: { id }, context }) => {
    const record = await readJob(context.db, id)
    if (record === null) throw notFound('job', id)
    const { state, input, title } = record
    if (state !== 'failed' && state !== 'cancelled') throw notBroken
    if ('upload' in input) await mustBeKept(context, input.upload)
    return started(context, input, title)
  }),
})

async function started(
  context: Services,
  input: Parameters<Services['jobs']['start']>[0]['input'],
  title: string,
) {
  const id: JobId = await context.jobs.start({ input, actor, title })
  return shownJob(context, id)
}

const tooLate = refused({
  code: 'too_late',
  what: 'It cannot be cancelled any more.',
  cure: 'Wait until it is done, then take it back.',
})

const notBroken = refused({
  code: 'not_failed',
  what: 'It neither failed nor was it cancelled.',
  cure: 'Look at what it did first.',
})

const endedAlready = refused({
  code: 'ended',
  what: 'It has ended already.',
  cure: 'Take it back where that is possible.',
})
