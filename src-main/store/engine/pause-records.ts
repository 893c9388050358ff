import type { Transaction } from 'kysely'
import type { CampaignId } from '../../domain/ids.ts'
import type { PauseRecords } from '../../engine/auto-pause/pause-records.ts'
import type { Statements } from '../sqlite-file.ts'
import type { Tables } from '../tables.ts'

/** The reads and writes of the rules for pausing and resuming over one transaction. */
export const pauseRecords = (tx: Transaction<Tables>, statements: Statements): PauseRecords => ({
  mayResume: async () =>
    statements
      .rows<{ id: CampaignId }>(
        `SELECT id FROM campaigns INDEXED BY campaigns_by_state
         WHERE state = 'paused' AND deleted_at IS NULL AND launching IS NULL
           AND EXISTS (SELECT 1 FROM json_each(settings, '$.resumeByItself') WHERE value = pause_reason)
         ORDER BY id`,
      )
      .map(({ id }) => id),
  testGoesOn: async campaign => {
    const row = await tx
      .selectFrom('leads')
      .select('id')
      .where('campaign_id', '=', campaign)
      .where('sampled', '=', 1)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
  endTest: async campaign => {
    await tx.updateTable('campaigns').set({ test_contacts: null }).where('id', '=', campaign).execute()
    await tx
      .updateTable('leads')
      .set({ sampled: 0 })
      .where('campaign_id', '=', campaign)
      .where('sampled', '=', 1)
      .execute()
  },
  setNumbersOut: async (campaign, since) => {
    await tx.updateTable('campaigns').set({ numbers_out_since: since }).where('id', '=', campaign).execute()
  },
})
