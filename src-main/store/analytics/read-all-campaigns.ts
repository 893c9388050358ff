import { type Measured, measureBy, type PaidCalls } from '../../domain/analytics/measure.ts'
import { conversionRate } from '../../domain/figures.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'

export interface CampaignMeasured {
  readonly id: CampaignId
  readonly name: string
  readonly measured: Measured
  /** Contacts with a conversation, and with the goal achieved. */
  readonly conversed: number
  readonly achieved: number
  readonly conversionRate: number | null
}

interface LeadRow {
  readonly campaign: CampaignId
  readonly conversed: number
  readonly achieved: number
  readonly leads: number
}

/** Campaigns that have called, over all their time; most calls first. */
export function readAllCampaigns({ statements }: ReadOnlyFile): readonly CampaignMeasured[] {
  const hours = statements.rows<PaidCalls & { readonly campaign: CampaignId }>(
    `SELECT campaign_id AS campaign, result, calls, answered, talk_ms AS talkMs, achieved, opt_outs AS optOuts,
       cost_micros AS costMicros
     FROM campaign_totals WHERE calls > 0`,
  )
  const leads = Map.groupBy(
    statements.rows<LeadRow>(
      `SELECT campaign_id AS campaign, conversed, achieved, sum(leads) AS leads FROM lead_counts
       GROUP BY campaign_id, conversed, achieved`,
    ),
    ({ campaign }) => campaign,
  )
  const measured = measureBy(hours, ({ campaign }) => campaign)
  return statements
    .rows<{ id: CampaignId; name: string }>('SELECT id, name FROM campaigns WHERE deleted_at IS NULL')
    .flatMap(campaign => {
      const figures = measured.get(campaign.id)
      if (figures === undefined) return []
      const reached = leads.get(campaign.id) ?? []
      const leadsWith = (mark: 'conversed' | 'achieved') =>
        reached.filter(row => row[mark] === 1).reduce((sum, row) => sum + row.leads, 0)
      return {
        ...campaign,
        measured: figures,
        conversed: leadsWith('conversed'),
        achieved: leadsWith('achieved'),
        conversionRate: conversionRate(
          reached.map(row => ({ ...row, conversed: row.conversed === 1, achieved: row.achieved === 1 })),
        ),
      }
    })
    .sort((a, b) => b.measured.ended - a.measured.ended)
}
