import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { importFile } from '../../../src-main/contacts/import/import-job.ts'
import { rejectedFile, uploadFile } from '../../../src-main/contacts/job-files.ts'
import type { JobWork } from '../../../src-main/contacts/job-work.ts'
import type { Instant, JobId } from '../../../src-main/domain/ids.ts'
import type { ColumnUse, ImportPlan } from '../../../src-main/domain/import-plan.ts'
import type { JobProgress, JobResult } from '../../../src-main/domain/job.ts'
import type { SqlValue } from '../../../src-main/store/sqlite-file.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { aJob, type Misfortune, workOf } from '../act/job-work.ts'

export type ImportResult = Extract<JobResult, { is: 'import' }>

export interface Imported {
  readonly job: JobId
  readonly result: ImportResult
}

/** A workspace with a clock, and files that are imported into it. */
export async function anImportDesk() {
  const { file, remove } = aFolder()
  const store = await anOpenStore(file)
  const dataDir = dirname(file)
  const clock = { now: mondayAtTen as Instant }
  const desk = { store, file, now: () => clock.now }
  let uploads = 0
  const upload = (content: string | Uint8Array): string => {
    uploads += 1
    mkdirSync(dirname(uploadFile(dataDir, 'file')), { recursive: true })
    writeFileSync(uploadFile(dataDir, `file-${uploads}`), content)
    return `file-${uploads}`
  }
  const inputOf = (content: string | Uint8Array, plan: ImportPlan) => ({
    is: 'import' as const,
    upload: upload(content),
    fileName: 'people.csv',
    plan,
  })
  const told: JobProgress[] = []
  const work = (job: JobId, change: Partial<JobWork> = {}, misfortune?: Misfortune): JobWork => ({
    ...workOf(desk, job, misfortune === undefined ? {} : { misfortune }),
    tell: progress => void told.push(progress),
    ...change,
  })
  const newJob = (input: unknown) => aJob(desk, input)
  return {
    store,
    dataDir,
    clock,
    told,
    work,
    inputOf,
    newJob,
    import: async (content: string | Uint8Array, plan: ImportPlan): Promise<Imported> => {
      const input = inputOf(content, plan)
      const job = await newJob(input)
      return { job, result: await importFile.run(work(job), input) }
    },
    undo: async (job: JobId) => {
      const undone = await newJob({ is: 'undo', of: job })
      if (importFile.undo === undefined) throw new Error('An import can be taken back')
      return importFile.undo.run(work(undone), job, null as never)
    },
    rows: <R>(sql: string, ...values: readonly SqlValue[]): R[] => {
      const reads = work(0 as JobId).openReads()
      try {
        return reads.statements.rows<R>(sql, ...values)
      } finally {
        reads.close()
      }
    },
    rejectedFile: (job: JobId) => rejectedFile(dataDir, job),
    change: async (sql: string, ...values: readonly SqlValue[]) => {
      const written = await store.write(async () => store.statements.run(sql, ...values))
      if (!written.committed) throw new Error(written.failure.message)
      return written.value.id
    },
    close: async () => {
      await store.close()
      remove()
    },
  }
}
export type ImportDesk = Awaited<ReturnType<typeof anImportDesk>>

/** Number and name in the first two columns, into all contacts. */
export const aPlan = (change: Partial<ImportPlan> = {}): ImportPlan => ({
  target: { into: 'all' },
  columns: [{ as: 'phone_number' }, { as: 'contact_name' }],
  defaultCountry: 'DE',
  known: 'update',
  withoutNumber: 'reject',
  tags: [],
  priority: 'normal',
  reading: null,
  ...change,
})

export const uses = (...columns: (ColumnUse['as'] | ColumnUse)[]): ColumnUse[] =>
  columns.map(use => (typeof use === 'string' ? ({ as: use } as ColumnUse) : use))
