import { rmSync } from 'node:fs'
import { exportJob } from '../../../src-main/contacts/export/export-job.ts'
import type { JobWork } from '../../../src-main/contacts/job-work.ts'
import type { JobId } from '../../../src-main/domain/ids.ts'
import { type ExportFormat, exportFormats } from '../../../src-main/domain/job.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import type { Figure } from './figures.ts'
import type { MillionWorkspace } from './make-workspace.ts'
import { now } from './requests.ts'

/** All contacts with all their columns into a file, as the thread does it that works for the application. */
export async function exportFigures(workspace: MillionWorkspace): Promise<Readonly<Record<string, Figure>>> {
  const seconds: Partial<Record<ExportFormat, number>> = {}
  for (const format of exportFormats) seconds[format] = await secondsToExport(workspace, format)
  const told = Object.entries(seconds).map(([format, took]) => `${format} ${took.toFixed(1)} s`)
  // The goal holds for each of the formats.
  return { exportSeconds: Math.max(...Object.values(seconds)), exportFormats: told.join(', ') }
}

async function secondsToExport(
  { file, folder, contacts }: MillionWorkspace,
  format: ExportFormat,
): Promise<number> {
  const work: JobWork = {
    job: 1 as JobId,
    actor: 'bench',
    goesOn: false,
    now: () => now,
    dataDir: folder,
    openReads: () => openReadOnly(file),
    write: async () => {
      throw new Error('an export writes nothing into the workspace')
    },
    tell: () => {},
    mustGoOn: () => {},
  }
  const query = { scope: { of: 'all' }, search: '', filter: null } as const
  const order = {
    what: { of: 'contacts', query, sort: { by: 'name', descending: false } },
    format,
    columns: null,
    title: 'All',
  } as const
  const begun = performance.now()
  const { rows } = await exportJob.run(work, { is: 'export', order })
  const took = (performance.now() - begun) / 1000
  rmSync(`${folder}/exports`, { recursive: true, force: true })
  if (rows !== contacts) throw new Error(`${rows} rows of ${contacts} contacts were exported`)
  return took
}
