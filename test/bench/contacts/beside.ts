import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { uploadFile } from '../../../src-main/contacts/job-files.ts'
import { readJob } from '../../../src-main/store/job-records.ts'
import { aBusyWorkspace, type BusyWorkspace } from './busy-workspace.ts'
import type { Figure } from './figures.ts'
import { importPlan } from './import.ts'
import { writeContactsCsv } from './import-csv.ts'
import { type CallFigures, watchCalls } from './watch-calls.ts'

export interface BesideOptions {
  readonly rows: number
  readonly calls: number
  /** For which the calls are watched before the import begins. */
  readonly aloneSeconds: number
}

const WARM_UP_SECONDS = 30

/**
 * Calls with sound against the practice carrier, first alone, then while a file comes into the same workspace, all in
 * one process as in the application; on the disk of temporary files, since both wait for it.
 */
export async function besideFigures({
  rows,
  calls,
  aloneSeconds,
}: BesideOptions): Promise<Record<string, Figure>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trunkline-beside-'))
  try {
    const path = uploadFile(dataDir, 'contacts.csv')
    mkdirSync(dirname(path), { recursive: true })
    writeContactsCsv(path, rows)
    const busy = await aBusyWorkspace(dataDir, calls)
    try {
      // Until as many ring and talk as there are.
      await passed(WARM_UP_SECONDS * 1_000)
      const endOfAlone = watchCalls(busy.workspace)
      await passed(aloneSeconds * 1_000)
      const alone = await endOfAlone()
      const endOfBeside = watchCalls(busy.workspace)
      await importInto(busy)
      const beside = await endOfBeside()
      return {
        ...named(alone, 'Alone'),
        ...named(beside, 'Beside'),
        besideTimesAlone: beside.pacingP99Ms / alone.pacingP99Ms,
      }
    } finally {
      await busy.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function importInto({ jobs, list, workspace }: BusyWorkspace): Promise<void> {
  const job = await jobs.start({
    input: { is: 'import', upload: 'contacts.csv', fileName: 'contacts.csv', plan: importPlan(list) },
    actor: 'bench',
    title: 'Bench',
  })
  await jobs.ended(job)
  const record = await readJob(workspace.store.db, job)
  if (record?.state !== 'done') throw new Error(`The import ended as ${record?.state}: ${record?.message}`)
}

/** `pacingP99Ms` as `pacingP99MsAlone`. */
const named = (figures: CallFigures, when: string): Record<string, Figure> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${name}${when}`, value]))
