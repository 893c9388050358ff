import type { Kysely } from 'kysely'
import type { CampaignId } from '../../domain/ids.ts'
import type { GoalCountsTable } from '../tables/heatmap.ts'
import type { Tables } from '../tables.ts'

export interface GoalCounts {
  /** Of the primary goal; `null`: the campaign has none. */
  readonly name: string | null
  /** Conversations by what came of it. */
  readonly outcomes: Readonly<Record<GoalCountsTable['outcome'], number>>
}

export async function readGoalCounts(db: Kysely<Tables>, campaign: CampaignId): Promise<GoalCounts> {
  const [goal, counts] = await Promise.all([
    db
      .selectFrom('goals')
      .select('name')
      .where('campaign_id', '=', campaign)
      .where('is_primary', '=', 1)
      .executeTakeFirst(),
    db.selectFrom('goal_counts').select(['outcome', 'calls']).where('campaign_id', '=', campaign).execute(),
  ])
  const of = (outcome: GoalCountsTable['outcome']) =>
    counts.find(count => count.outcome === outcome)?.calls ?? 0
  return {
    name: goal?.name ?? null,
    outcomes: {
      achieved: of('achieved'),
      partially_achieved: of('partially_achieved'),
      not_achieved: of('not_achieved'),
      unknown: of('unknown'),
    },
  }
}
