import type { Kysely } from 'kysely'
import type { CampaignId, ContactId } from '../domain/ids.ts'
import { fromJsonOrNull } from './json.ts'
import type { DecisionsTable } from './tables/law.ts'
import type { Tables } from './tables.ts'

export interface DecisionQuery {
  readonly campaign?: CampaignId | undefined
  readonly contact?: ContactId | undefined
  /** Empty: all. */
  readonly outcomes: readonly DecisionsTable['outcome'][]
  /** Only older ones than this; its id is not among them. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Lines of the decision log, newest first, with the ids of the rules that were asked. */
export async function readDecisions(db: Kysely<Tables>, query: DecisionQuery) {
  let wanted = db
    .selectFrom('decisions')
    .innerJoin('campaigns', 'campaigns.id', 'decisions.campaign_id')
    .innerJoin('contacts', 'contacts.id', 'decisions.contact_id')
    .leftJoin('rule_sets', 'rule_sets.id', 'decisions.rule_set_id')
    .selectAll('decisions')
    .select(['campaigns.name as campaign_name', 'contacts.name as contact_name', 'rule_sets.rules'])
    .orderBy('decisions.id', 'desc')
    .limit(query.limit)
  if (query.campaign !== undefined) wanted = wanted.where('decisions.campaign_id', '=', query.campaign)
  if (query.contact !== undefined) wanted = wanted.where('decisions.contact_id', '=', query.contact)
  if (query.outcomes.length > 0) wanted = wanted.where('outcome', 'in', query.outcomes)
  if (query.before !== undefined) wanted = wanted.where('decisions.id', '<', query.before)
  const rows = await wanted.execute()
  return rows.map(row => ({ ...row, rules: fromJsonOrNull(row.rules) ?? [] }))
}
