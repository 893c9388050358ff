import { existsSync, rmSync } from 'node:fs'
import type { ImportCounts } from '../../domain/import-plan.ts'
import { removeScratchFile } from '../../store/scratch-file.ts'
import { rejectedFile, stagingFile, uploadFile } from '../job-files.ts'
import type { InputOf, JobRunner, JobType, JobWork } from '../job-work.ts'
import { stageFile } from './stage/stage-file.ts'
import { openStaging } from './stage/staging.ts'
import { type Checkpoint, keepCheckpoint, nothingStored, readCheckpoint } from './store/checkpoint.ts'
import { storeContacts } from './store/store-contacts.ts'
import { storeLeads } from './store/store-leads.ts'
import { targetOf } from './store/target-of.ts'
import { takeOut } from './take-out.ts'
import { undoImport } from './undo-import.ts'

type Input = InputOf<'import'>

/**
 * A file of contacts into the workspace: read and checked into a staging file, then stored in short transactions.
 * Called off while it reads, it leaves nothing; while it stores, that is taken back; once it fills a campaign it is
 * finished. After a crash it goes on from its checkpoint, or is gone where it had not begun to store.
 */
export const importFile: JobType<'import'> = {
  run: async (work, input) => {
    const result = await run(work, input)
    removeScratchFile(stagingFile(work.dataDir, work.job))
    return result
  },
  cleanUp: async work => {
    await takeOut(work, work.job, null)
    await work.write(sql => sql.run('UPDATE jobs SET checkpoint = NULL WHERE id = ?', work.job), 'for-disk')
    removeScratchFile(stagingFile(work.dataDir, work.job))
    rmSync(rejectedFile(work.dataDir, work.job), { force: true })
  },
  afterCrash: work => (mayGoOn(work) ? 'go_on' : 'clean_up'),
  undo: undoImport,
}

function mayGoOn(work: JobWork): boolean {
  const path = stagingFile(work.dataDir, work.job)
  if (kept(work) === null || !existsSync(path)) return false
  const staging = openStaging(path)
  try {
    return staging.isComplete
  } finally {
    staging.close()
  }
}

function kept(work: JobWork): Checkpoint | null {
  const file = work.openReads()
  try {
    return readCheckpoint(file, work.job)
  } finally {
    file.close()
  }
}

const run: JobRunner<'import'> = async (work, input) => {
  const begun = (work.goesOn ? kept(work) : null) ?? (await begin(work, input))
  const staging = openStaging(stagingFile(work.dataDir, work.job))
  try {
    const stored = begun.storing === 'contacts' ? await storeContacts(work, staging, input, begun) : begun
    const { staged, counts } = await storeLeads(work, staging, input.plan, stored)
    const { headings, reasons, rows, duplicates, rejected, notUnderstood } = staged
    const all: ImportCounts = {
      ...counts,
      rows,
      duplicates,
      rejected,
      notUnderstood: counts.notUnderstood + notUnderstood,
    }
    return { is: 'import', counts: all, reasons, headings }
  } finally {
    staging.close()
  }
}

async function begin(work: JobWork, { upload, fileName, plan }: Input): Promise<Checkpoint> {
  await work.write(sql => targetOf(sql, plan.target))
  const staged = await stageFile(work, uploadFile(work.dataDir, upload), fileName, plan)
  const checkpoint: Checkpoint = { storing: 'contacts', seq: 0, counts: nothingStored, staged }
  // From here on the staging file is needed after a crash; it stands on disk by now.
  await work.write(sql => keepCheckpoint(sql, work.job, checkpoint), 'for-disk')
  return checkpoint
}
