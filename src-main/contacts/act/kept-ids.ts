import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ContactSelection } from '../../domain/contact-filter.ts'
import type { ContactId, JobId } from '../../domain/ids.ts'
import type { JobWork } from '../job-work.ts'
import { createIdColumn } from '../query/id-column.ts'
import { selectedIds } from '../query/selected-ids.ts'

/**
 * The contacts that an action is about, in the order of their ids, as they were found when it began: what the action
 * changes may change what its query finds. Kept in a file until its end, so that it goes on with the same ones after
 * a crash.
 */
export function keptIds(work: JobWork, selection: ContactSelection): ArrayLike<ContactId> {
  if ('contacts' in selection) return [...new Set(selection.contacts)].sort((a, b) => a - b)
  const file = selectedFile(work.dataDir, work.job)
  const known = work.goesOn ? readIds(file) : null
  if (known !== null) return known
  const ids = findIds(work, selection)
  mkdirSync(dirname(file), { recursive: true })
  // Whole or not at all: its last step is the rename.
  writeFileSync(`${file}.part`, ids, { flush: true })
  renameSync(`${file}.part`, file)
  return ids as ArrayLike<number> as ArrayLike<ContactId>
}

const selectedFile = (dataDir: string, job: JobId): string => join(dataDir, 'actions', `${job}.ids`)

export const forgetIds = ({ dataDir, job }: Pick<JobWork, 'dataDir' | 'job'>): void => {
  for (const file of [selectedFile(dataDir, job), `${selectedFile(dataDir, job)}.part`])
    rmSync(file, { force: true })
}

function readIds(file: string): ArrayLike<ContactId> | null {
  try {
    const bytes = readFileSync(file)
    return new Float64Array(new Uint8Array(bytes).buffer) as ArrayLike<number> as ArrayLike<ContactId>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function findIds(work: JobWork, selection: ContactSelection): Float64Array {
  const file = work.openReads()
  try {
    const ids = createIdColumn()
    for (const chunk of selectedIds(file, selection, work.now())) for (const id of chunk) ids.add(id)
    return ids.done()
  } finally {
    file.close()
  }
}
