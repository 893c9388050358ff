import type { InputOf, JobWork } from '../../job-work.ts'
import type { Staging } from '../stage/staging.ts'
import type { Checkpoint } from './checkpoint.ts'
import { inParts } from './in-parts.ts'
import { isNobodyBarred } from './nobody-barred.ts'
import { storeRow } from './store-row.ts'
import { targetOf } from './target-of.ts'

/** Everybody into the base of contacts and their list. */
export function storeContacts(
  work: JobWork,
  staging: Staging,
  { fileName, plan }: InputOf<'import'>,
  from: Checkpoint,
): Promise<Checkpoint> {
  const total = staging.rows()
  const tellsFurther = plan.columns.some(({ as }) => as === 'further_phone')
  const context = {
    job: work.job,
    by: { actor: work.actor, job: work.job, at: work.now() },
    known: plan.known,
    source: fileName,
    places: staging.places(),
    placeIds: new Map(),
    tags: new Map(),
  }
  return inParts(
    work,
    staging,
    from,
    sql => {
      const { list } = targetOf(sql, plan.target)
      const noFurther = !tellsFurther && sql.first('SELECT 1 FROM further_phones LIMIT 1') === undefined
      const here = { ...context, list, noFurther, nobodyBarred: isNobodyBarred(sql) }
      return row => storeRow(sql, row, here)
    },
    done => work.tell({ phase: 'Storing contacts', done, total, mayBeCancelled: true }),
  )
}
