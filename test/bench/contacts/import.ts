import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { openFile } from '../../../src-main/contacts/import/read/open-file.ts'
import { uploadFile } from '../../../src-main/contacts/job-files.ts'
import type { ListId } from '../../../src-main/domain/ids.ts'
import type { ImportPlan } from '../../../src-main/domain/import-plan.ts'
import { openJobs } from '../../../src-main/hosts/working/open-jobs.ts'
import { readJob } from '../../../src-main/store/job-records.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { mainTurn, newSharedTurn } from '../../../src-main/store/write-turn.ts'
import { writeContactsCsv } from './import-csv.ts'

export type ImportFigures = {
  /** From the order to the end of the job, the file's reading included. */
  readonly importSeconds: number
  /** What the process grew by, the working thread in it. */
  readonly importPeakMb: number
  /** Longest time that the main thread stood still while it committed 50 small transactions a second. */
  readonly mainStallMs: number
  readonly importCommits: number
  /** The peer: csv-parse alone reads the same file, without looking at any number or storing anything. */
  readonly csvParseSeconds: number
}

/** For a file as `writeContactsCsv` makes it. */
export const importPlan = (list: ListId): ImportPlan => ({
  target: { into: 'list', list },
  columns: [
    { as: 'phone_number' },
    { as: 'contact_name' },
    { as: 'tags' },
    { as: 'field', key: 'appointment_date' },
    { as: 'consent', kind: 'express_written' },
    { as: 'zone' },
    { as: 'field', key: 'note' },
    { as: 'field', key: 'customer' },
  ],
  defaultCountry: 'DE',
  known: 'update',
  withoutNumber: 'reject',
  tags: [],
  priority: 'normal',
  reading: null,
})

/** One file of so many rows into a list of an empty workspace, by the thread that does it in the product. */
export async function importFigures(rows = 1_000_000): Promise<ImportFigures> {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'trunkline-import-'))
  try {
    const path = uploadFile(dataDir, 'contacts.csv')
    mkdirSync(dirname(path), { recursive: true })
    writeContactsCsv(path, rows)
    const csvParseSeconds = await secondsToRead(path)
    return { ...(await importInto(dataDir)), csvParseSeconds }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function importInto(dataDir: string) {
  const shared = newSharedTurn()
  const turn = mainTurn(shared)
  const store = await openStore({ file: join(dataDir, 'workspace.db'), now: Date.now, turn })
  if ('refused' in store) throw new Error(store.message)
  const desk = await openJobs({
    dataDir,
    workers: {
      working: resolve(import.meta.dirname, '../../../src-main/hosts/working/thread.ts'),
    } as never,
    store,
    turn,
    shared,
    now: Date.now,
    log: pino({ level: 'silent' }),
    onEnd: () => {},
  })
  const made = await store.write(
    async () =>
      store.statements.run(`INSERT INTO lists (name, created_at, changed_at) VALUES ('All', 0, 0)`).id,
  )
  if (!made.committed) throw new Error(made.failure.message)
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  let commits = 0
  const calls = setInterval(() => {
    void store.write(async () => {
      store.statements.run(
        `INSERT INTO settings (key, value, changed_at) VALUES ('bench', '1', ?)
         ON CONFLICT DO UPDATE SET changed_at = excluded.changed_at`,
        Date.now(),
      )
      commits += 1
    })
  }, 20)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const began = performance.now()
  const job = await desk.start({
    input: {
      is: 'import',
      upload: 'contacts.csv',
      fileName: 'contacts.csv',
      plan: importPlan(made.value as ListId),
    },
    actor: 'bench',
    title: 'Bench',
  })
  delay.enable()
  await desk.ended(job)
  const importSeconds = (performance.now() - began) / 1_000
  delay.disable()
  clearInterval(watch)
  clearInterval(calls)
  const record = await readJob(store.db, job)
  if (record?.state !== 'done') throw new Error(`The import ended as ${record?.state}: ${record?.message}`)
  await desk.close()
  await store.close()
  return {
    importSeconds,
    importPeakMb: (peak - before) / 1e6,
    mainStallMs: delay.max / 1e6,
    importCommits: commits,
  }
}

async function secondsToRead(path: string): Promise<number> {
  const began = performance.now()
  const file = await openFile(path, null)
  for await (const _ of file.rows());
  return (performance.now() - began) / 1_000
}
