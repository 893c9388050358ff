import type { CampaignId } from '../../domain/ids.ts'
import type { PauseRecords } from '../../engine/ports/pause-records.ts'
import type { Statements } from '../sqlite-file.ts'

/** The reads and writes of the rules for pausing and resuming, within the transaction of the statements. */
export const pauseRecords = (sql: Statements): PauseRecords => ({
  mayResume: async () =>
    sql
      .rows<{ id: CampaignId }>(
        `SELECT id FROM campaigns INDEXED BY campaigns_by_state WHERE state = 'paused' AND deleted_at IS NULL AND launching IS NULL
           AND EXISTS (SELECT 1 FROM json_each(settings, '$.resumeByItself') WHERE value = pause_reason)
         ORDER BY id`,
      )
      .map(({ id }) => id),
  testGoesOn: async campaign =>
    sql.first(
      'SELECT 1 FROM leads INDEXED BY leads_sampled WHERE campaign_id = ? AND sampled = 1 LIMIT 1',
      campaign,
    ) !== undefined,
  endTest: async campaign => {
    sql.run('UPDATE campaigns SET test_contacts = NULL WHERE id = ?', campaign)
    sql.run('UPDATE leads SET sampled = 0 WHERE campaign_id = ? AND sampled = 1', campaign)
  },
  setNumbersOut: async (campaign, since) => {
    sql.run('UPDATE campaigns SET numbers_out_since = ? WHERE id = ?', since, campaign)
  },
})
