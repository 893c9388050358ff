import type { JobResult } from '../../domain/job.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { JobUndo } from '../job-work.ts'
import { bringGroupBack, groupMayNotReturn } from './remove-group.ts'
import { takeBackAll } from './take-back-all.ts'

/** Back to what was before an action, as far as nobody and no call has changed it since. */
export const undoAct: JobUndo<'act'> = {
  mayNot: (file, job, { action }) => {
    if (action.do === 'remove_list' || action.do === 'remove_tag') return groupMayNotReturn(file, action)
    const row = file.statements.first<{ result: Json<JobResult> | null }>(
      'SELECT result FROM jobs WHERE id = ?',
      job,
    )
    const result = row?.result ? fromJson(row.result) : null
    return result?.is === 'act' && result.changed === 0 ? 'It changed nothing.' : null
  },
  run: async (work, job, { action }) => {
    const by = { actor: work.actor, job: work.job, at: work.now() }
    if (action.do === 'remove_list' || action.do === 'remove_tag')
      await work.write(sql => bringGroupBack(sql, action, by.at))
    const { restored, kept } = await takeBackAll(work, job, by)
    const why = [...kept].sort((a, b) => b[1] - a[1]).map(([reason, contacts]) => `${contacts} ${reason}`)
    return {
      is: 'undo',
      restored,
      kept: [...kept.values()].reduce((sum, contacts) => sum + contacts, 0),
      why: why.join('; '),
    }
  },
}
