import type { ImportPlan } from '../../../domain/import-plan.ts'
import { rejectedFile, stagingFile } from '../../job-files.ts'
import { JobRefused, type JobWork } from '../../job-work.ts'
import { openFile } from '../read/open-file.ts'
import { UnreadableFile } from '../read/unreadable-file.ts'
import { numberSet } from '../row/number-set.ts'
import { rowReader } from '../row/row-reader.ts'
import { rejectedRows } from './rejected-rows.ts'
import { newStaging } from './staging.ts'

/** What reading the file said, before anything is stored. */
export interface Staged {
  readonly headings: readonly string[]
  readonly rows: number
  readonly duplicates: number
  readonly rejected: number
  readonly notUnderstood: number
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
}

/** Reads, checks and deduplicates the whole file into the staging file. Leaves nothing where it cannot. */
export async function stageFile(
  work: JobWork,
  path: string,
  fileName: string,
  plan: ImportPlan,
): Promise<Staged> {
  try {
    return await stage(work, path, plan)
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new JobRefused(`${fileName}: ${error.message} Nothing was imported.`, { cause: error })
    throw error
  }
}

async function stage(work: JobWork, path: string, plan: ImportPlan): Promise<Staged> {
  const file = await openFile(path, plan.reading)
  const { headings } = file
  const read = rowReader(plan, headings, work.now())
  const staging = newStaging(stagingFile(work.dataDir, work.job))
  const rejected = rejectedRows(rejectedFile(work.dataDir, work.job), headings, file.reading.separator)
  const met = numberSet()
  const count = { rows: 0, duplicates: 0, rejected: 0, notUnderstood: 0 }
  try {
    for await (const { rows, share } of file.rows()) {
      work.mustGoOn()
      for (const row of rows) {
        count.rows += 1
        const found = read(row)
        if ('rejected' in found) {
          count.rejected += 1
          rejected.add(row, found.rejected)
        } else if (found.row.phone !== null && !met.add(found.row.phone)) count.duplicates += 1
        else {
          count.notUnderstood += found.doubts.length
          staging.add(found.row)
        }
      }
      const total = share > 0 ? Math.round(count.rows / share) : null
      work.tell({ phase: 'Reading rows', done: count.rows, total, isEstimate: true, mayBeCancelled: true })
    }
    if (count.rows === 0) throw new UnreadableFile('Line 1: there is a heading only, and no row below it.')
    staging.complete()
  } finally {
    staging.close()
    rejected.close()
  }
  const reasons = [...rejected.reasons].map(([reason, rows]) => ({ reason, rows }))
  return { headings, ...count, reasons: reasons.sort((a, b) => b.rows - a.rows) }
}
