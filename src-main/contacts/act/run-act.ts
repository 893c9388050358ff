import type { ContactId } from '../../domain/ids.ts'
import type { JobRunner, JobType } from '../job-work.ts'
import { contactRow } from '../write/contact-row.ts'
import type { Act } from './act.ts'
import { prepareAct } from './acts.ts'
import { inChunks } from './chunks.ts'
import { changedContacts } from './journal-of.ts'
import { forgetIds, keptIds } from './kept-ids.ts'
import { removeGroup } from './remove-group.ts'
import { takeBackAll } from './take-back-all.ts'
import { undoAct } from './undo-act.ts'

/** An action on many contacts, in transactions so short that calls go on between them. */
export const act: JobType<'act'> = {
  run: async (work, input) => {
    const result = await run(work, input)
    forgetIds(work)
    return result
  },
  cleanUp: async work => {
    await takeBackAll(work, work.job, null)
    forgetIds(work)
  },
  // Every contact that is changed is in the journal by the same transaction: it goes on with the others.
  afterCrash: () => 'go_on',
  undo: undoAct,
}

const run: JobRunner<'act'> = async (work, { selection, action }) => {
  work.tell({ phase: 'Looking for the contacts', done: 0, total: null, mayBeCancelled: true })
  const ids = keptIds(work, selection)
  const before = work.goesOn ? await work.write(sql => changedContacts(sql, work.job)) : new Set<ContactId>()
  const left = new Map<string, number>()
  let changed = 0
  let doAct: Act = () => null
  const by = { actor: work.actor, job: work.job, at: work.now() }
  await inChunks(work, {
    all: ids,
    prepare: sql => {
      doAct = prepareAct(sql, action)
    },
    each: (sql, id) => {
      const contact = before.has(id) ? null : contactRow(sql, id)
      const reason = before.has(id) ? null : contact === null ? GONE : doAct(contact, by)
      if (reason === null) changed += 1
      else left.set(reason, (left.get(reason) ?? 0) + 1)
    },
    told: done => work.tell({ phase: 'Changing contacts', done, total: ids.length, mayBeCancelled: true }),
  })
  if (action.do === 'remove_list' || action.do === 'remove_tag') {
    work.tell({ phase: 'Removing', done: ids.length, total: ids.length, mayBeCancelled: false })
    await work.write(sql => removeGroup(sql, action))
  }
  const reasons = [...left].map(([reason, contacts]) => ({ reason, contacts }))
  reasons.sort((a, b) => b.contacts - a.contacts)
  return { is: 'act', changed, unchanged: ids.length - changed, reasons }
}

const GONE = 'was deleted meanwhile'
