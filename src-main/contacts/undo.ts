import type { JobId } from '../domain/ids.ts'
import type { JobInput, JobState } from '../domain/job.ts'
import { fromJson, type Json } from '../store/json.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'
import { JobRefused, type JobType, type JobTypes, type JobUndo } from './job-work.ts'

type Doers = Partial<Omit<JobTypes, 'undo'>>

/** Takes back what another job did, by the means of its own kind. */
export const undoBy = (types: Doers): JobType<'undo'> => ({
  run: async (work, { of }) => {
    const file = work.openReads()
    const found = undoOf(types, file, of)
    // One that was interrupted has to come to its end: half taken back is worse than either.
    const refusal = typeof found === 'string' ? found : work.goesOn ? null : found.mayNot()
    file.close()
    if (refusal !== null || typeof found === 'string') throw new JobRefused(refusal ?? '')
    work.tell({ phase: 'Taking back', done: 0, total: null, mayBeCancelled: false })
    return found.undo.run(work, of, found.input)
  },
  cleanUp: async () => {},
  afterCrash: () => 'go_on',
})

/** Why a job cannot be taken back, in words; `null`: it can. */
export function mayNotBeUndone(types: Doers, file: ReadOnlyFile, job: JobId): string | null {
  const found = undoOf(types, file, job)
  return typeof found === 'string' ? found : found.mayNot()
}

/** How it is undone, or why it never can be. */
function undoOf(types: Doers, file: ReadOnlyFile, job: JobId) {
  const row = file.statements.first<{ input: Json<JobInput>; state: JobState; undone: number | null }>(
    'SELECT input, state, undone_by AS undone FROM jobs WHERE id = ?',
    job,
  )
  if (row === undefined) return 'It is not known any more.'
  if (row.state !== 'done') return 'It changed nothing.'
  if (row.undone !== null) return 'It was taken back already.'
  const input = fromJson(row.input)
  // The table is typed per kind; the union of inputs cannot say that both belong together.
  const undo = input.is === 'undo' ? undefined : (types[input.is]?.undo as JobUndo<never> | undefined)
  if (undo === undefined) return 'Work of this kind changes nothing that could be taken back.'
  return { undo, input: input as never, mayNot: () => undo.mayNot(file, job, input as never) }
}
