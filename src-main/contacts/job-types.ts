import { act } from './act/run-act.ts'
import { listFile } from './do-not-call/list-file.ts'
import { exportJob } from './export/export-job.ts'
import { importFile } from './import/import-job.ts'
import type { JobTypes } from './job-work.ts'
import { undoBy } from './undo.ts'

/** How each kind of long work is done, and how it is taken back. */
export const doers: Omit<JobTypes, 'undo'> = {
  import: importFile,
  act,
  export: exportJob,
  do_not_call: listFile,
}

export const jobTypes: JobTypes = { ...doers, undo: undoBy(doers) }
