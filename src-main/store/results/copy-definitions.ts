import { sql, type Transaction } from 'kysely'
import type { CampaignId } from '../../domain/ids.ts'
import type { Tables } from '../tables.ts'

/** Goals and questions that are not archived, without any results. */
export async function copyDefinitions(
  tx: Transaction<Tables>,
  from: CampaignId,
  to: CampaignId,
): Promise<void> {
  await sql`
    INSERT INTO goals (campaign_id, position, key, name, description, kind, is_primary, rules)
    SELECT ${to}, position, key, name, description, kind, is_primary, rules FROM goals
    WHERE campaign_id = ${from} AND archived_at IS NULL`.execute(tx)
  await sql`
    INSERT INTO questions (campaign_id, position, key, text, form, is_active, rules)
    SELECT ${to}, position, key, text, form, is_active, rules FROM questions
    WHERE campaign_id = ${from} AND archived_at IS NULL`.execute(tx)
}
