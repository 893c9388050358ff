import type { Kysely, Transaction } from 'kysely'
import { type MoveRefusal, moveRefusal } from '../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { addAudit } from './audit.ts'
import { fromStateColumns, toStateColumns } from './campaign-state-columns.ts'
import type { Tables } from './tables.ts'

export interface DeleteOptions {
  /** Must be the campaign's name. */
  readonly typedName: string
  /** Also what was said, traces, audio figures and recordings of its calls; the bare attempts stay for the law's caps. */
  readonly eraseCalls: boolean
  readonly actor: string
}

export type Deleted =
  | { readonly deleted: true }
  | MoveRefusal
  | { readonly refused: 'not_found' }
  /** Its contacts are being prepared for a launch. */
  | { readonly refused: 'launching' }
  | { readonly refused: 'name_mismatch'; readonly name: string }

/**
 * Hides a campaign everywhere and frees its name; its calls stay for the reports. With `eraseCalls` what they hold is
 * marked for `eraseDeleted`. To be called within a transaction.
 */
export async function deleteCampaign(
  tx: Transaction<Tables>,
  id: CampaignId,
  { typedName, eraseCalls, actor }: DeleteOptions,
  now: Instant,
): Promise<Deleted> {
  const row = await tx
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return { refused: 'not_found' }
  const state = fromStateColumns(row)
  const refusal = moveRefusal(state, 'delete')
  if (refusal !== null) return refusal
  if (row.launching !== null) return { refused: 'launching' }
  if (typedName.trim() !== row.name) return { refused: 'name_mismatch', name: row.name }
  await tx
    .updateTable('campaigns')
    // One that waited for its start waits no more.
    .set({
      ...toStateColumns(state.is === 'scheduled' ? { is: 'draft' } : state),
      deleted_at: now,
      changed_at: now,
      erasing: eraseCalls ? 1 : 0,
    })
    .where('id', '=', id)
    .execute()
  await addAudit(
    tx,
    {
      actor,
      action: 'campaign.delete',
      subject: `campaign ${id}`,
      detail: { name: row.name, from: state.is, calls: eraseCalls ? 'erased' : 'kept' },
    },
    now,
  )
  return { deleted: true }
}

/** Campaigns whose calls are still to be erased: the program may have ended in between. */
export async function campaignsToErase(db: Kysely<Tables>): Promise<readonly CampaignId[]> {
  const rows = await db.selectFrom('campaigns').select('id').where('erasing', '=', 1).execute()
  return rows.map(({ id }) => id)
}
