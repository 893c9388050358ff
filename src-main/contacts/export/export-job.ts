import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '../../domain/ids.ts'
import type { ExportOrder } from '../../domain/job.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { workspaceZone } from '../../store/workspace-zone.ts'
import { exportFile } from '../job-files.ts'
import { JobRefused, type JobType, type JobWork } from '../job-work.ts'
import { orderedIds } from '../query/ordered-ids.ts'
import { callSheet } from './call-sheet.ts'
import { contactSheet } from './contact-sheet.ts'
import { doNotCallSheet } from './do-not-call-sheet.ts'
import { exportFileName } from './file-name.ts'
import type { Sheet } from './sheet.ts'
import { stampIn, stampUtc } from './stamp.ts'
import { partOf, writeSheet } from './write-file.ts'

/** Writes a file of the workspace as it stands at one moment; calls and imports go on meanwhile. */
export const exportJob: JobType<'export'> = {
  run: async (work, { order }) => {
    const path = exportFile(work.dataDir, work.job)
    await mkdir(dirname(path), { recursive: true })
    const file = work.openReads()
    try {
      const zone = workspaceZone(file.statements)
      const date = stampIn(zone)(work.now())?.slice(0, 10) ?? ''
      const fileName = exportFileName(order.title, date, order.format)
      const total = count(file, order)
      let rows = 0
      const sheet = sheetOf(file, order, {
        zone,
        now: work.now(),
        onRows: done => {
          rows = done
          tell(work, done, total)
          work.mustGoOn()
        },
      })
      if (sheet.columns.length === 0)
        throw new JobRefused(
          'None of the columns that were asked for exists. Choose columns and export again.',
        )
      tell(work, 0, total)
      const bytes = await writeSheet(path, sheet, order)
      return { is: 'export', rows, bytes, fileName }
    } finally {
      file.close()
    }
  },
  cleanUp: async work => {
    const path = exportFile(work.dataDir, work.job)
    await Promise.all([rm(path, { force: true }), rm(partOf(path), { force: true })])
  },
  // It reads only: from its beginning it is the same work, of what the workspace holds now.
  afterCrash: () => 'go_on',
}

const tell = (work: JobWork, done: number, total: number | null) =>
  work.tell({ phase: 'Writing rows', done, total, mayBeCancelled: true })

interface Surroundings {
  readonly zone: string
  readonly now: Instant
  readonly onRows: (rows: number) => void
}

function sheetOf(file: ReadOnlyFile, order: ExportOrder, { zone, now, onRows }: Surroundings): Sheet {
  const { what, columns, format } = order
  const stamp = format === 'json' ? stampUtc : stampIn(zone)
  switch (what.of) {
    case 'contacts': {
      const campaign = what.query.scope.of === 'campaign' ? what.query.scope.campaign : null
      const { query, sort } = what
      const ids = inParts(orderedIds(file, { query, sort, now }))
      return contactSheet(file, { ids, campaign, columns, now, stamp, onRows })
    }
    case 'calls':
      return callSheet(file, { campaign: what.campaign, filter: what.filter, columns, stamp, onRows })
    case 'do_not_call':
      return doNotCallSheet(file, stamp, onRows)
  }
}

const ROWS_PER_PART = 500

function* inParts(ids: Float64Array): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += ROWS_PER_PART)
    yield [...ids.subarray(from, from + ROWS_PER_PART)]
}

/** Rows to come where that is known at once. */
function count(file: ReadOnlyFile, { what }: ExportOrder): number | null {
  const rows = (sql: string, ...values: readonly number[]) =>
    file.statements.first<{ rows: number }>(sql, ...values)?.rows ?? null
  if (what.of === 'do_not_call') return rows('SELECT count(*) AS rows FROM suppressions')
  if (what.of === 'calls' && what.filter !== undefined) return null
  if (what.of === 'calls')
    return what.campaign === null
      ? rows('SELECT count(*) AS rows FROM calls')
      : rows('SELECT count(*) AS rows FROM calls WHERE campaign_id = ?', what.campaign)
  const { query } = what
  if (query.search.trim() !== '' || query.filter !== null) return null
  if (query.scope.of === 'all') return rows('SELECT count(*) AS rows FROM contacts')
  if (query.scope.of === 'campaign')
    return rows('SELECT sum(leads) AS rows FROM lead_counts WHERE campaign_id = ?', query.scope.campaign)
  if (query.scope.of === 'list')
    return rows('SELECT contacts AS rows FROM lists WHERE id = ?', query.scope.list)
  return null
}
