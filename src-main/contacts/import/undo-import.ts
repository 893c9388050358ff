import type { JobUndo } from '../job-work.ts'
import { takeOut } from './take-out.ts'

/** As a whole, as long as nobody that it added was called. */
export const undoImport: JobUndo<'import'> = {
  mayNot: ({ statements: sql }, job) => {
    const called =
      sql.first(
        `SELECT 1 FROM contacts INDEXED BY contacts_called_of_import
         WHERE import_id = ? AND import_id IS NOT NULL AND calls > 0 LIMIT 1`,
        job,
      ) ??
      sql.first(
        `SELECT 1 FROM calls INDEXED BY calls_live JOIN contacts ON contacts.id = calls.contact_id
         WHERE calls.state <> 'ended' AND contacts.import_id = ? LIMIT 1`,
        job,
      )
    return called === undefined ? null : 'Somebody that it added was called since.'
  },
  run: async (work, job) => {
    const { restored, kept } = await takeOut(work, job, { actor: work.actor, job: work.job, at: work.now() })
    const why = [...kept].sort((a, b) => b[1] - a[1]).map(([reason, contacts]) => `${contacts} ${reason}`)
    return {
      is: 'undo',
      restored,
      kept: [...kept.values()].reduce((sum, contacts) => sum + contacts, 0),
      why: why.join('; '),
    }
  },
}
