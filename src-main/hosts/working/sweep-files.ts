import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { rejectedLivesMs } from '../../api/job-row.ts'
import type { Uploads } from '../../api/services.ts'
import type { Instant } from '../../domain/ids.ts'
import { openJobs } from '../../store/job-records.ts'
import type { Tables } from '../../store/tables.ts'

const DAY_MS = 24 * 60 * 60_000
const SWEEP_EVERY_MS = 60 * 60_000

export interface SweepOptions {
  readonly dataDir: string
  readonly db: Kysely<Tables>
  readonly uploads: Pick<Uploads, 'list' | 'remove'>
  readonly now: () => Instant
}

/**
 * Removes what nobody needs any more: uploads of yesterday that no job waits for, rejected rows after 90 days, and what
 * a crash left of an import or a backup. Exports stay.
 */
export async function sweepFiles({ dataDir, db, uploads, now }: SweepOptions): Promise<void> {
  const open = await openJobs(db)
  const needed = new Set(open.flatMap(({ input }) => ('upload' in input ? [input.upload] : [])))
  for (const { upload, at } of await uploads.list())
    if (now() - at > DAY_MS && !needed.has(upload)) await uploads.remove(upload)
  await removeBrokenCopies(join(dataDir, 'backups'), now())
  const folder = join(dataDir, 'imports')
  const isOpen = (file: string) => open.some(({ id }) => id === Number.parseInt(file, 10))
  for (const file of await readdir(folder).catch(() => [])) {
    if (isOpen(file)) continue
    const path = join(folder, file)
    const changedAt = (await stat(path).catch(() => null))?.mtimeMs ?? now()
    const livesMs = file.endsWith('-rejected.csv') ? rejectedLivesMs : DAY_MS
    if (now() - changedAt > livesMs) await rm(path, { force: true })
  }
}

/** A copy that is still being made was changed a moment ago. */
async function removeBrokenCopies(folder: string, now: Instant): Promise<void> {
  for (const file of await readdir(folder).catch(() => [])) {
    if (!/\.part(-journal|-wal|-shm)?$/.test(file)) continue
    const path = join(folder, file)
    const changedAt = (await stat(path).catch(() => null))?.mtimeMs ?? now
    if (now - changedAt > DAY_MS) await rm(path, { force: true })
  }
}

/** Now and every hour. @returns the way to stop */
export function keepSweeping(options: SweepOptions, log: Logger): () => void {
  const sweep = () =>
    void sweepFiles(options).catch(error => log.warn(error, 'Old files could not be removed'))
  sweep()
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref()
  return () => clearInterval(timer)
}
