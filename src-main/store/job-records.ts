import { type Kysely, type Selectable, sql, type UpdateObject } from 'kysely'
import type { Instant, JobId } from '../domain/ids.ts'
import type { JobInput, JobKind, JobProgress, JobResult, JobState } from '../domain/job.ts'
import { fromJson, fromJsonOrNull, toJson } from './json.ts'
import type { JobsTable } from './tables/jobs.ts'
import type { Tables } from './tables.ts'

export interface JobRecord {
  readonly id: JobId
  readonly state: JobState
  readonly actor: string
  readonly title: string
  readonly input: JobInput
  /** As kept last. */
  readonly progress: JobProgress | null
  readonly result: JobResult | null
  /** Why it failed or was cancelled; of one that runs: that it was cancelled and is being cleaned up. */
  readonly message: string
  readonly undoneBy: JobId | null
  /** How often the program ended without warning while it was at work. */
  readonly crashes: number
  readonly createdAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

export interface NewJob {
  readonly input: JobInput
  readonly actor: string
  readonly title: string
}

export async function addJob(
  db: Kysely<Tables>,
  { input, actor, title }: NewJob,
  at: Instant,
): Promise<JobId> {
  const { id } = await db
    .insertInto('jobs')
    .values({ kind: input.is, actor, title, input: toJson(input), created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Counts as crashed from now on, until it comes to an end or is left in order. */
export const startJob = (db: Kysely<Tables>, id: JobId, at: Instant) =>
  set(db, id, {
    state: 'running',
    started_at: sql<Instant>`ifnull(started_at, ${at})`,
    crashes: sql<number>`crashes + 1`,
  })

/** The program ends in order: it goes on with the next start, and nothing speaks against it. */
export const leaveJob = (db: Kysely<Tables>, id: JobId) => set(db, id, { crashes: 0 })

export const keepProgress = (db: Kysely<Tables>, id: JobId, progress: JobProgress) =>
  set(db, id, { progress: toJson(progress) })

/** It is being cleaned up, also after a crash. */
export const callJobOff = (db: Kysely<Tables>, id: JobId, message: string) => set(db, id, { message })

export type JobEnding =
  | { readonly is: 'done'; readonly result: JobResult }
  | { readonly is: 'cancelled' | 'failed'; readonly message: string }

/** Of the job `undone`: by which other it was taken back. */
export async function endJob(
  db: Kysely<Tables>,
  { id, input }: Pick<JobRecord, 'id' | 'input'>,
  ending: JobEnding,
  at: Instant,
): Promise<void> {
  const done = ending.is === 'done'
  await set(db, id, {
    state: ending.is,
    progress: null,
    result: done ? toJson(ending.result) : null,
    message: done ? '' : ending.message,
    ended_at: at,
  })
  if (done && input.is === 'undo') await set(db, input.of, { undone_by: id })
}

/** Jobs that have not ended, in the order in which they were asked for. */
export async function openJobs(db: Kysely<Tables>): Promise<readonly JobRecord[]> {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    // Written out, since a partial index does not see what a parameter holds.
    .where(sql<boolean>`state IN ('waiting', 'running')`)
    .orderBy('id')
    .execute()
  return rows.map(toRecord)
}

/** At work or waiting, and those that ended since; newest first. */
export async function latestJobs(db: Kysely<Tables>, since: Instant): Promise<readonly JobRecord[]> {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where(sql<boolean>`state IN ('waiting', 'running') OR ended_at >= ${since}`)
    .orderBy('id', 'desc')
    .limit(MOST_LATEST)
    .execute()
  return rows.map(toRecord)
}

const MOST_LATEST = 100

export async function readJob(db: Kysely<Tables>, id: JobId): Promise<JobRecord | null> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRecord(row)
}

export interface JobPage {
  /** Empty: all. */
  readonly kinds: readonly JobKind[]
  readonly offset: number
  readonly limit: number
}

/** Newest first, and how many there are in all. */
export async function readJobs(
  db: Kysely<Tables>,
  { kinds, offset, limit }: JobPage,
): Promise<{ readonly total: number; readonly rows: readonly JobRecord[] }> {
  const all = db.selectFrom('jobs')
  const wanted = kinds.length === 0 ? all : all.where('kind', 'in', kinds)
  const [{ total }, rows] = await Promise.all([
    wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    wanted.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
  ])
  return { total, rows: rows.map(toRecord) }
}

const set = async (db: Kysely<Tables>, id: JobId, change: UpdateObject<Tables, 'jobs'>): Promise<void> => {
  await db.updateTable('jobs').set(change).where('id', '=', id).execute()
}

const toRecord = (row: Selectable<JobsTable>): JobRecord => ({
  id: row.id,
  state: row.state,
  actor: row.actor,
  title: row.title,
  input: fromJson(row.input),
  progress: fromJsonOrNull(row.progress),
  result: fromJsonOrNull(row.result),
  message: row.message,
  undoneBy: row.undone_by,
  crashes: row.crashes,
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})
