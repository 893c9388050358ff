import { dirname } from 'node:path'
import { act } from '../../../src-main/contacts/act/run-act.ts'
import type { JobWork } from '../../../src-main/contacts/job-work.ts'
import type { ContactSelection } from '../../../src-main/domain/contact-filter.ts'
import type { Instant, JobId } from '../../../src-main/domain/ids.ts'
import type { JobAction, JobResult } from '../../../src-main/domain/job.ts'
import { toJson } from '../../../src-main/store/json.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'

export interface Desk {
  readonly store: Store
  readonly file: string
  readonly now: () => Instant
}

/** The program dies, or somebody cancels, before the transaction of that number. */
export interface Misfortune {
  readonly at: number
  readonly throws: Error
}

/** What a job has at hand, over the store of a test. */
export function workOf(
  { store, file, now }: Desk,
  job: JobId,
  options: { readonly goesOn?: boolean; readonly misfortune?: Misfortune } = {},
): JobWork {
  let transactions = 0
  const { misfortune } = options
  return {
    job,
    actor: 'tester',
    now,
    goesOn: options.goesOn ?? false,
    dataDir: dirname(file),
    openReads: () => openReadOnly(file),
    write: async work => {
      transactions += 1
      if (transactions === misfortune?.at) throw misfortune.throws
      const written = await store.write(async () => work(store.statements))
      if (!written.committed) throw new Error(written.failure.message)
      return written.value
    },
    tell: () => {},
    mustGoOn: () => {},
  }
}

export async function aJob({ store, now }: Desk, input: unknown): Promise<JobId> {
  const written = await store.write(
    async () =>
      store.statements.run(
        `INSERT INTO jobs (kind, actor, title, input, created_at, state) VALUES ('act', 'tester', '', ?, ?, 'done')`,
        toJson(input),
        now(),
      ).id,
  )
  if (!written.committed) throw new Error(written.failure.message)
  return written.value as JobId
}

export interface DoneAct {
  readonly job: JobId
  readonly input: { readonly is: 'act'; readonly selection: ContactSelection; readonly action: JobAction }
  readonly result: Extract<JobResult, { is: 'act' }>
}

export async function doAct(desk: Desk, selection: ContactSelection, action: JobAction): Promise<DoneAct> {
  const input = { is: 'act', selection, action } as const
  const job = await aJob(desk, input)
  return { job, input, result: await act.run(workOf(desk, job), input) }
}

export async function undoAct(desk: Desk, { job, input }: Pick<DoneAct, 'job' | 'input'>) {
  const undone = await aJob(desk, { is: 'undo', of: job })
  if (act.undo === undefined) throw new Error('An action can be taken back')
  return act.undo.run(workOf(desk, undone), job, input)
}
