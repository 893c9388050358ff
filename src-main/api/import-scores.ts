import { addAudit } from '../store/audit.ts'
import { setScore } from '../store/save-number.ts'
import { actor } from './actor.ts'
import { mustBeKept } from './kept-upload.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

interface ScoreFile {
  readonly upload: string
  /** Where the scores come from, as the panel shows it. */
  readonly source: string
  readonly defaultCountry: string
}

/** Sets the scores that a list of a reputation service gives our numbers; others in it are counted and left. */
export async function importScores(
  context: Services,
  { upload, source, defaultCountry }: ScoreFile,
  signal?: AbortSignal,
) {
  const file = await mustBeKept(context, upload)
  const list = await context.reads.ask('scoreList', { path: file.path, defaultCountry }, { signal })
  if ('unreadable' in list)
    throw refused({
      code: 'unreadable_file',
      field: 'file',
      what: `${file.fileName}: ${list.unreadable}`,
      cure: 'Nothing was changed.',
    })
  const { scores, rejected, rejectedRows } = list
  const set = await context.change(async tx => {
    const known = await tx.selectFrom('numbers').select(['e164', 'id']).execute()
    const ours = known.filter(({ e164 }) => scores.has(e164))
    for (const { e164, id } of ours) await setScore(tx, id, scores.get(e164) ?? 0, source, context.now())
    const detail = { source, set: ours.length, rejected }
    await addAudit(tx, { actor, action: 'numbers.scores', subject: 'workspace', detail }, context.now())
    return ours.length
  })
  context.engine.changed()
  return { set, others: scores.size - set, rejected, rejectedRows: [...rejectedRows] }
}
