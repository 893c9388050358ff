import { stat } from 'node:fs/promises'
import { parse } from 'node:path'
import type { Kysely } from 'kysely'
import { exportFile, rejectedFile } from '../../contacts/job-files.ts'
import type { JobId } from '../../domain/ids.ts'
import { readJob } from '../../store/job-records.ts'
import type { Tables } from '../../store/tables.ts'
import type { JobFileKind } from '../uploads/addresses.ts'

export interface JobFile {
  readonly path: string
  /** For people. */
  readonly name: string
  readonly bytes: number
}

/** `null`: the job left no such file, or it was removed. */
export async function findJobFile(
  db: Kysely<Tables>,
  dataDir: string,
  id: JobId,
  which: JobFileKind,
): Promise<JobFile | null> {
  const job = await readJob(db, id)
  if (job === null || job.state !== 'done') return null
  if (which === 'export' && job.result?.is === 'export')
    return found(exportFile(dataDir, id), job.result.fileName)
  if (which === 'rejected' && 'fileName' in job.input)
    return found(rejectedFile(dataDir, id), `${parse(job.input.fileName).name}-rejected.csv`)
  return null
}

/** `null`: there is no such file. */
export async function found(path: string, name: string): Promise<JobFile | null> {
  const file = await stat(path).catch(() => null)
  return file?.isFile() ? { path, name, bytes: file.size } : null
}
