import { join } from 'node:path'
import type { JobId } from '../domain/ids.ts'

/** Where files of jobs lie in the folder of a workspace. */

/** Handed in, as it is; its name beside it. Kept for a day, and while a job needs it. */
export const uploadFile = (dataDir: string, upload: string): string => join(dataDir, 'uploads', upload)

/** Throw-away database of an import at work. */
export const stagingFile = (dataDir: string, job: JobId): string => join(dataDir, 'imports', `${job}.db`)

/** Rows of a file that were not imported, as CSV. Kept for 90 days. */
export const rejectedFile = (dataDir: string, job: JobId): string =>
  join(dataDir, 'imports', `${job}-rejected.csv`)

/** What was exported; `fileName` of its result is its name for people. */
export const exportFile = (dataDir: string, job: JobId): string => join(dataDir, 'exports', String(job))
