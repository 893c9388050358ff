import type { ContactChange } from '../../domain/contact-change.ts'
import type { ContactId, JobId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { JobWork } from '../job-work.ts'
import { type By, note, noteEdit } from '../write/journal.ts'
import { inChunks } from './chunks.ts'
import { changedContacts, changesTo } from './journal-of.ts'
import { takeBack } from './take-back.ts'

export interface TakenBackAll {
  readonly restored: number
  /** Contacts that stay as they are, by the reason. */
  readonly kept: ReadonlyMap<string, number>
}

/**
 * Contact by contact back to what was before a job, each in one transaction with its history. May be broken off and
 * begun again.
 * @param by `null`: the job was called off, and its history goes with it
 */
export async function takeBackAll(work: JobWork, job: JobId, by: By | null): Promise<TakenBackAll> {
  const { all, done } = await work.write(sql => ({
    all: [...changedContacts(sql, job)],
    done: by?.job == null ? new Set<ContactId>() : changedContacts(sql, by.job),
  }))
  const kept = new Map<string, number>()
  let restored = 0
  await inChunks(work, {
    all,
    each: (sql, contact) => {
      let why: string | null = null
      for (const { id, at, change } of done.has(contact) ? [] : changesTo(sql, contact, job)) {
        const back = takeBack(sql, contact, change, { at, isUndo: by !== null })
        if ('kept' in back) why = back.kept
        else if (by !== null) tell(sql, contact, by, change, back.changes)
        if (by === null) sql.run('DELETE FROM contact_changes WHERE id = ?', id)
      }
      if (why === null) restored += 1
      else kept.set(why, (kept.get(why) ?? 0) + 1)
    },
    told: count => work.tell({ phase: 'Taking back', done: count, total: all.length, mayBeCancelled: false }),
  })
  return { restored, kept }
}

function tell(
  sql: Statements,
  contact: ContactId,
  by: By,
  change: ContactChange,
  back: readonly ContactChange[],
): void {
  if (change.is === 'edited' || change.is === 'tagged' || change.is === 'untagged')
    noteEdit(sql, contact, by, back)
  else for (const each of back) note(sql, contact, by, each)
}
