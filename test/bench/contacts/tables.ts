import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { pageRows } from '../../../src-main/api/page-rows.ts'
import { reads as table } from '../../../src-main/api/reads.ts'
import { createViews } from '../../../src-main/contacts/view/views.ts'
import { createReads } from '../../../src-main/hosts/reading/create-reads.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import type { Figure } from './figures.ts'
import type { MillionWorkspace } from './make-workspace.ts'
import { filteredTables, now, plainTables, searched, searches, sortedTables, type Table } from './requests.ts'

const LIMIT = 100
/** Jumps with the scroll bar in each table that is opened. */
const JUMPS = 8

/** Tables of a million contacts through the threads that read for the application. */
export async function tableFigures(workspace: MillionWorkspace): Promise<Readonly<Record<string, Figure>>> {
  return { ...(await measured(workspace)), ...peers(workspace) }
}

async function measured({ file, campaign, contacts, calls }: MillionWorkspace) {
  const workerPath = resolve(
    import.meta.dirname,
    '..',
    '..',
    '..',
    'src-main',
    'hosts',
    'reading',
    'thread.ts',
  )
  const reads = createReads({ workerPath, file, table })
  const dice = seededDice(4)
  const views = createViews({
    find: (view, signal) => reads.ask('ids', view, { signal }),
    stamp: () => reads.ask('stamp', null),
    growSearch: async () => true,
    now: () => now,
    newId: randomUUID,
  })
  const opened: (Took & { readonly table: string })[] = []
  const ready: number[] = []
  const timed = async <T>(work: () => Promise<T>) => {
    const from = performance.now()
    const before = process.cpuUsage()
    const value = await work()
    const { user, system } = process.cpuUsage(before)
    return { value, took: { ms: performance.now() - from, cpuMs: (user + system) / 1000 } }
  }
  /** Opened as a window does it, then scrolled through. */
  const scroll = async ({ name, query, sort }: Table): Promise<readonly Took[]> => {
    const asked = { query, sort, fields: ['city'], limit: LIMIT }
    const first = await timed(() => pageRows({ reads, views }, { ...asked, offset: 0 }))
    opened.push({ table: `${name}${sort.descending ? ' down' : ''}`, ...first.took })
    const { view: id } = first.value
    const ids = await timed(async () => views.find(id, query, sort)?.ids())
    ready.push(ids.took.ms)
    const times = [first.took]
    for (let jump = 0; jump < JUMPS; jump += 1) {
      const offset = Math.floor(dice() * Math.max(1, ids.value?.length ?? 0))
      times.push((await timed(() => pageRows({ reads, views }, { ...asked, view: id, offset }))).took)
    }
    return times
  }
  const scrollAll = async (tables: readonly Table[]) => {
    const times: Took[] = []
    for (const each of tables) times.push(...(await scroll(each)))
    return times
  }
  try {
    // Threads start and caches fill with the first request of all.
    await scroll(searched('zz'))
    const searchReady = await timed(async () => {
      while (!(await reads.ask('growSearchText', null)));
    })
    opened.length = 0
    const plain = plainTables(campaign)
    const pages = await scrollAll([...plain, ...plain, ...plain])
    const before = opened.length
    const sorted = await scrollAll(sortedTables(campaign))
    const sortedFirst = opened.slice(before)
    const filtered = await scrollAll(filteredTables)
    const typed: Took[] = []
    for (const search of searches(dice, contacts, 150)) {
      const { query, sort } = searched(search)
      const asked = { query, sort, fields: [], offset: 0, limit: LIMIT }
      const { took } = await timed(() => pageRows({ reads, views }, asked))
      opened.push({ table: `search ${search}`, ...took })
      typed.push(took)
    }
    return {
      contacts,
      calls,
      ...figuresOf('page', pages),
      ...figuresOf('sort', sorted),
      // The first page of each order alone, before its view is there.
      ...figuresOf('sortFirst', sortedFirst),
      ...figuresOf('filter', filtered),
      ...figuresOf('search', typed),
      // Until every offset of a table that was just opened is there at once.
      viewReadyMs: p95(ready),
      searchReadyMs: searchReady.took.ms,
      load: loadavg()[0] ?? 0,
      // No index helps these to open.
      slowest: opened
        .toSorted((a, b) => b.ms - a.ms)
        .slice(0, 8)
        .map(({ table: name, ms, cpuMs }) => `${name} ${Math.round(ms)} ms (CPU ${Math.round(cpuMs)})`)
        .join(', '),
    }
  } finally {
    await reads.close()
  }
}

/** `cpuMs`: of all threads of this process, which a busy machine lengthens less than the time that passes. */
interface Took {
  readonly ms: number
  readonly cpuMs: number
}

const figuresOf = (name: string, times: readonly Took[]): Readonly<Record<string, number>> => ({
  [`${name}P95Ms`]: p95(times.map(({ ms }) => ms)),
  [`${name}CpuP95Ms`]: p95(times.map(({ cpuMs }) => cpuMs)),
})

/** As one would write it first. */
function peers({ file, contacts }: MillionWorkspace) {
  const database = new Database(file, { readonly: true })
  const dice = seededDice(4)
  const timed = (sql: string, ...values: readonly (string | number)[]) => {
    const from = performance.now()
    database.prepare(sql).all(...values)
    return performance.now() - from
  }
  const pages = Array.from({ length: 30 }, () =>
    timed(
      'SELECT * FROM contacts ORDER BY name_key, id LIMIT ? OFFSET ?',
      LIMIT,
      Math.floor(dice() * contacts),
    ),
  )
  const typed = searches(dice, contacts, 30).map(search =>
    timed(
      'SELECT * FROM contacts WHERE name LIKE ? OR phone LIKE ? ORDER BY name_key LIMIT ?',
      `%${search}%`,
      `%${search}%`,
      LIMIT,
    ),
  )
  database.close()
  return { offsetPageP95Ms: p95(pages), likeSearchP95Ms: p95(typed) }
}

const p95 = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}
