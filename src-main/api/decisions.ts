import type { Decision } from '../contract/holds.ts'
import { type DecisionQuery, readDecisions } from '../store/read-decisions.ts'
import type { Services } from './services.ts'

/** Lines of the decision log with the rules that were asked; one that no longer exists is named by its id. */
export async function decisions(
  { db, rules }: Pick<Services, 'db' | 'rules'>,
  { limit, ...query }: DecisionQuery,
): Promise<{ rows: Decision[]; more: boolean }> {
  const rows = await readDecisions(db, { ...query, limit: limit + 1 })
  const unknown = (id: string) => ({ id, jurisdiction: '', text: id, citation: '', verified: false })
  return {
    more: rows.length > limit,
    rows: rows.slice(0, limit).map(row => ({
      id: row.id,
      at: row.at,
      campaign: { id: row.campaign_id, name: row.campaign_name },
      contact: { id: row.contact_id, name: row.contact_name },
      call: row.call_id,
      number: row.number,
      moment: row.moment,
      outcome: row.outcome,
      why: row.why,
      localTime: row.local_time,
      rules: row.rules.map(id => rules.rule(id) ?? unknown(id)),
    })),
  }
}
