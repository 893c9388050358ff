import { rmSync } from 'node:fs'
import type { Instant } from '../../domain/ids.ts'
import { readPhone } from '../../numbering/phone.ts'
import { inChunks } from '../act/chunks.ts'
import { openFile } from '../import/read/open-file.ts'
import { UnreadableFile } from '../import/read/unreadable-file.ts'
import { rejectedRows } from '../import/stage/rejected-rows.ts'
import { rejectedFile, uploadFile } from '../job-files.ts'
import { type InputOf, JobRefused, type JobRunner, type JobType, type JobWork } from '../job-work.ts'
import { putOnList } from './put-on-list.ts'
import { listedBy, takeOffAgain, undoListing } from './take-off-again.ts'

type Input = InputOf<'do_not_call'>

/**
 * A file of numbers onto the do-not-call list. Each entry remembers the file: called off, or taken back later, what
 * stood there before stands there again. After a crash it begins anew; what is on the list by then stays as it is.
 */
export const listFile: JobType<'do_not_call'> = {
  run: async (work, input) => {
    try {
      return await run(work, input)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      throw new JobRefused(`${input.fileName}: ${error.message} Nothing was added.`, { cause: error })
    }
  },
  cleanUp: async (work, { fileName }) => {
    await takeOffAgain(work, work.job, fileName, null)
    rmSync(rejectedFile(work.dataDir, work.job), { force: true })
  },
  afterCrash: () => 'go_on',
  undo: undoListing,
}

const run: JobRunner<'do_not_call'> = async (work, input) => {
  const file = await openFile(uploadFile(work.dataDir, input.upload), null)
  const path = rejectedFile(work.dataDir, work.job)
  const rejects = rejectedRows(path, file.headings, file.reading.separator)
  let rows = 0
  let rejected = 0
  try {
    for await (const part of file.rows()) {
      const wanted: Wanted[] = []
      for (const row of part.rows) {
        const phone = readPhone(row.cells[input.column] ?? '', input.country)
        if ('number' in phone) wanted.push({ number: phone.number, reason: reasonOf(row.cells, input) })
        else {
          rejected += 1
          rejects.add(row, { kind: 'No number', reason: phone.reason, column: input.column })
        }
      }
      await put(work, wanted, input.expiresAt)
      rows += part.rows.length
      const total = part.share > 0 ? Math.round(rows / part.share) : null
      const isEstimate = part.share < 1
      work.tell({ phase: 'Adding numbers', done: rows, total, isEstimate, mayBeCancelled: true })
    }
    if (rows === 0) throw new UnreadableFile('Line 1: there is a heading only, and no row below it.')
  } finally {
    rejects.close()
  }
  const added = listedBy(work, work.job)
  return { is: 'do_not_call', added, known: rows - rejected - added, rejected }
}

interface Wanted {
  readonly number: Parameters<typeof putOnList>[1]
  readonly reason: string
}

async function put(work: JobWork, all: readonly Wanted[], expiresAt: Instant | null): Promise<void> {
  const at = work.now()
  const by = { actor: work.actor, job: work.job, at }
  await inChunks(work, {
    all,
    each: (sql, { number, reason }) => {
      putOnList(sql, number, { reason, source: 'import', expiresAt, at, file: work.job }, by)
    },
    told: () => {},
  })
}

const LONGEST_REASON = 500

const reasonOf = (cells: readonly string[], { reasonColumn, reason }: Input): string =>
  (reasonColumn === null ? '' : (cells[reasonColumn] ?? '').slice(0, LONGEST_REASON)) || reason
