import type { CampaignId } from '../../../domain/ids.ts'
import type { ImportPlan } from '../../../domain/import-plan.ts'
import type { JobWork } from '../../job-work.ts'
import type { Staging } from '../stage/staging.ts'
import { type Checkpoint, keepCheckpoint } from './checkpoint.ts'
import { inParts } from './in-parts.ts'
import { isNobodyBarred } from './nobody-barred.ts'
import { type LeadContext, placeLead, placeNumberless } from './place-lead.ts'
import { targetOf } from './target-of.ts'

/** Everybody into the campaign: last, and to the end, since from here on it may be calling them. */
export async function storeLeads(
  work: JobWork,
  staging: Staging,
  plan: ImportPlan,
  stored: Checkpoint,
): Promise<Checkpoint> {
  if (plan.target.into !== 'campaign') return stored
  const total = staging.rows()
  const tell = (done: number) =>
    work.tell({ phase: 'Filling the campaign', done, total, mayBeCancelled: false })
  const campaign = plan.target.campaign
  const begun = stored.storing === 'leads' ? stored : await beginLeads(work, plan, stored, () => tell(0))
  const context = {
    job: work.job,
    by: { actor: work.actor, job: work.job, at: work.now() },
    campaign: await work.write(sql => named(sql, campaign)),
    priority: plan.priority,
  }
  const placed = await inParts(
    work,
    staging,
    begun,
    sql => {
      const here = { ...context, nobodyBarred: isNobodyBarred(sql) }
      return row => placeLead(sql, row, here)
    },
    tell,
  )
  return plan.withoutNumber === 'keep' ? placeAllNumberless(work, placed, context) : placed
}

/** The last moment at which it can be called off. */
async function beginLeads(
  work: JobWork,
  plan: ImportPlan,
  stored: Checkpoint,
  tellBegun: () => void,
): Promise<Checkpoint> {
  await work.write(sql => targetOf(sql, plan.target))
  tellBegun()
  work.mustGoOn()
  const begun: Checkpoint = { ...stored, storing: 'leads', seq: 0 }
  await work.write(sql => keepCheckpoint(sql, work.job, begun), 'for-disk')
  return begun
}

/** Also of one that has ended meanwhile: it is filled to the end, and whoever restarts it finds everybody. */
const named = (
  sql: { first<R>(sql: string, ...values: readonly (string | number | null)[]): R | undefined },
  id: CampaignId,
): LeadContext['campaign'] => ({
  id,
  name: sql.first<{ name: string }>('SELECT name FROM campaigns WHERE id = ?', id)?.name ?? '',
})

const NUMBERLESS_AT_ONCE = 300

async function placeAllNumberless(
  work: JobWork,
  from: Checkpoint,
  context: Omit<LeadContext, 'nobodyBarred'>,
): Promise<Checkpoint> {
  for (let checkpoint = from; ; ) {
    const before = checkpoint
    const [after, more] = await work.write(sql => {
      const placed = placeNumberless(sql, { ...context, nobodyBarred: false }, NUMBERLESS_AT_ONCE)
      const counts = { ...before.counts, placed: before.counts.placed + placed }
      const next = { ...before, counts }
      keepCheckpoint(sql, work.job, next)
      return [next, placed === NUMBERLESS_AT_ONCE] as const
    })
    checkpoint = after
    if (!more) return checkpoint
  }
}
