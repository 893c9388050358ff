import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { stagingFile } from '../../../src-main/contacts/job-files.ts'
import type { JobId } from '../../../src-main/domain/ids.ts'
import { openJobCommands } from '../../../src-main/hosts/working/job-commands.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { aCampaign, anOpenStore } from '../../make/workspace.ts'

export interface Killed {
  readonly kills: number
  /** How the killed imports stood after the restart. */
  readonly whole: number
  readonly absent: number
  /** Killed in: reading, storing, filling the campaign; before the import was on disk, or after its end. */
  readonly moments: Readonly<Record<string, number>>
  /** Everything that must not be, in words. */
  readonly faults: readonly string[]
}

const command = resolve(import.meta.dirname, 'command.ts')
const working = resolve(import.meta.dirname, '../../../src-main/hosts/working/thread.ts')
const LONGEST_MS = 120_000
/** Storing and filling are short beside start and end: two of three kills wait for them. */
const aims = ['any', 'storing', 'filling the campaign'] as const
const SHORTLY_MS = 250

/**
 * Kills `trunkline import` at random moments of its life, opens the workspace again, and looks: everybody is there or
 * nobody, the job says which, and the same file a second time changes nothing that is there.
 */
export async function killImports(
  { times, seed, rows }: { readonly times: number; readonly seed: number; readonly rows: number },
  say: (line: string) => void,
): Promise<Killed> {
  const chance = seeded(seed)
  const faults: string[] = []
  const moments: Record<string, number> = {}
  let whole = 0
  let absent = 0
  const lifeMs = await inWorkspace(rows, ({ start }) => timed(() => start().ended))
  for (let kill = 0; kill < times; kill += 1) {
    const aim = aims[kill % aims.length] ?? 'any'
    const afterMs = aim === 'any' ? lifeMs * (0.1 + chance() * 0.8) : chance() * SHORTLY_MS
    const found = await inWorkspace(rows, async place => {
      const life = place.start()
      if (aim !== 'any') await Promise.race([place.reaches(aim), life.ended])
      await Promise.race([wait(afterMs), life.ended])
      await life.kill()
      const moment = place.moment()
      await place.recover()
      return { moment, before: place.state(), ...(await secondRun(place)) }
    })
    moments[found.moment] = (moments[found.moment] ?? 0) + 1
    if (found.before.contacts === rows) whole += 1
    else absent += 1
    faults.push(...faultsOf(found, rows).map(fault => `kill ${kill + 1} (${found.moment}): ${fault}`))
    say(`killed ${kill + 1} of ${times} while ${found.moment}: ${found.before.contacts} contacts`)
  }
  return { kills: times, whole, absent, moments, faults }
}

interface State {
  readonly contacts: number
  readonly leads: number
  readonly counted: number
  readonly job: { readonly id: JobId; readonly state: string; readonly message: string } | null
  readonly staging: boolean
}

interface Found {
  readonly before: State
  readonly after: State
  readonly second: { readonly added: number; readonly unchanged: number }
}

function faultsOf({ before, after, second }: Found, rows: number): readonly string[] {
  const { contacts, leads, counted, job } = before
  const isWhole = contacts === rows && leads === rows
  const isAbsent = contacts === 0 && leads === 0
  const told = job === null ? 'absent' : job.state === 'done' ? 'whole' : 'absent'
  return [
    isWhole || isAbsent ? null : `half imported: ${contacts} contacts, ${leads} leads`,
    counted === leads ? null : `${leads} leads, ${counted} counted`,
    (told === 'whole') === isWhole ? null : `the job says ${job?.state}, there are ${contacts} contacts`,
    job?.state === 'cancelled' && job.message === '' ? 'the job does not say what became of it' : null,
    before.staging ? 'the staging file is still there' : null,
    second.added === (isWhole ? 0 : rows) ? null : `the second run added ${second.added}`,
    second.unchanged === (isWhole ? rows : 0) ? null : `the second run left ${second.unchanged} as they were`,
    after.contacts === rows && after.leads === rows ? null : 'the second run did not bring everybody',
  ].filter(fault => fault !== null)
}

type Place = Awaited<ReturnType<typeof aPlace>>

async function inWorkspace<T>(rows: number, work: (place: Place) => Promise<T>): Promise<T> {
  const place = await aPlace(rows)
  try {
    return await work(place)
  } finally {
    place.remove()
  }
}

async function aPlace(rows: number) {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'trunkline-killed-'))
  const file = join(dataDir, 'workspace.db')
  const store = await anOpenStore(file)
  await aCampaign(store, { contacts: 0, name: 'Killed' })
  await store.close()
  const csv = join(dataDir, 'people.csv')
  const people = Array.from({ length: rows }, (_, at) => `+4930${23_125_000 + at},Person ${at}`)
  writeFileSync(csv, ['phone,name', ...people].join('\n'))
  return {
    start: () => startImport(dataDir, csv),
    moment: () => momentOf(file),
    reaches: async (moment: string) => {
      const until = Date.now() + LONGEST_MS
      while (![moment, 'ending'].includes(momentOf(file)) && Date.now() < until) await wait(5)
    },
    recover: () => recover(dataDir, file),
    state: () => stateOf(file),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** What a life is about. */
function momentOf(file: string): string {
  const { job } = stateOf(file)
  if (job === null) return 'starting'
  if (job.state !== 'running') return job.state === 'waiting' ? 'waiting' : 'ending'
  const reads = openReadOnly(file)
  const row = reads.statements.first<{ storing: string | null }>(
    `SELECT json_extract(checkpoint, '$.storing') AS storing FROM jobs WHERE id = ?`,
    job.id,
  )
  reads.close()
  return row?.storing === 'leads' ? 'filling the campaign' : row?.storing ? 'storing' : 'reading'
}

/** The next start of any program on the workspace goes on with what was left. */
async function recover(dataDir: string, file: string): Promise<void> {
  const jobs = await openJobCommands({
    dataDir,
    workers: { working } as never,
    log: pino({ level: 'silent' }),
  })
  if ('refused' in jobs) throw new Error(jobs.message)
  const until = Date.now() + LONGEST_MS
  while (isOpen(file)) {
    if (Date.now() > until) throw new Error('the import does not come to its end')
    await wait(20)
  }
  await jobs.close()
}

function isOpen(file: string): boolean {
  const state = stateOf(file).job?.state
  return state === 'waiting' || state === 'running'
}

function stateOf(file: string): State {
  const reads = openReadOnly(file)
  const count = (sql: string) => reads.statements.first<{ n: number }>(`SELECT ${sql} AS n`)?.n ?? 0
  const job =
    reads.statements.first<NonNullable<State['job']>>('SELECT id, state, message FROM jobs WHERE id = 1') ??
    null
  const state: State = {
    contacts: count('(SELECT count(*) FROM contacts)'),
    leads: count('(SELECT count(*) FROM leads)'),
    counted: count('(SELECT ifnull(sum(leads), 0) FROM lead_counts)'),
    job,
    staging: job !== null && existsSync(stagingFile(dirname(file), job.id)),
  }
  reads.close()
  return state
}

async function secondRun(place: Place): Promise<Pick<Found, 'after' | 'second'>> {
  const said = await place.start().ended
  return { second: JSON.parse(said) as Found['second'], after: place.state() }
}

function startImport(dataDir: string, csv: string) {
  const child = spawn(
    process.execPath,
    [command, 'import', csv, '--campaign', 'Killed', '--country', 'DE', '--data', dataDir, '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    said += text
  })
  const ended = once(child, 'close').then(() => said)
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now()
  await work()
  return Date.now() - began
}

/** Same seed, same moments. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
