import { answered } from '../contacts/import/look/answered.ts'
import { importReads } from '../contacts/import/look/import-reads.ts'
import { doers } from '../contacts/job-types.ts'
import { quick, type ReadTable, slow } from '../contacts/read-work.ts'
import { contactReads } from '../contacts/reads.ts'
import { mayNotBeUndone } from '../contacts/undo.ts'
import type { Instant, JobId } from '../domain/ids.ts'
import { readActivity } from '../store/read-activity.ts'
import { readOnlyDb } from '../store/read-only-db.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'
import { readTrunkDay } from '../store/read-trunk-day.ts'
import { analyticsReads } from './analytics-reads.ts'
import { callReads } from './call-reads.ts'
import { campaignReads } from './campaign-reads.ts'
import { readScoreList, type ScoreListOrder } from './score-list.ts'

/** Everything that is read beside the main thread: what grows with the number of contacts. */
export const reads = {
  ...contactReads,
  ...importReads,
  ...campaignReads,
  activity: quick(readActivity),
  trunkDay: quick((file: ReadOnlyFile, since: Instant) => readTrunkDay(readOnlyDb(file), since)),
  ...analyticsReads,
  ...callReads,
  scoreList: slow((_, order: ScoreListOrder) => answered(() => readScoreList(order))),
  /** Why each of these jobs cannot be taken back, in words; `null`: it can. */
  mayNotBeUndone: quick((file, jobs: readonly JobId[]) => jobs.map(job => mayNotBeUndone(doers, file, job))),
} satisfies ReadTable
export type AllReads = typeof reads
