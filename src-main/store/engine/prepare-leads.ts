import { sql, type Transaction } from 'kysely'
import type { CampaignId, ContactId, Instant } from '../../domain/ids.ts'
import type { Part, Prepared, WhoIsMeant } from '../../engine/ports/launch-records.ts'
import type { Tables } from '../tables.ts'
import { exclusions, isMeant, isOnDoNotCall } from './launch-sql.ts'

/** Contacts per transaction. */
export const LAUNCH_BATCH = 2_000

interface Range {
  readonly after: ContactId
  readonly last: ContactId
}

export async function prepareLeads(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  after: ContactId,
  draws: boolean,
  now: Instant,
): Promise<Prepared> {
  const part = await partAfter(tx, campaign, after)
  const range = { after, last: part.last }
  if (launch.choices.resetHistory) await clearHistory(tx, campaign, range)
  await putBack(tx, campaign, launch, range, now)
  return { ...part, drawable: draws ? await drawable(tx, campaign, range, now) : [] }
}

async function partAfter(tx: Transaction<Tables>, campaign: CampaignId, after: ContactId): Promise<Part> {
  const { rows } = await sql<{ last: ContactId | null; contacts: number }>`
    SELECT max(contact_id) AS last, count(*) AS contacts FROM (
      SELECT contact_id FROM leads WHERE campaign_id = ${campaign} AND contact_id > ${after}
      ORDER BY contact_id LIMIT ${LAUNCH_BATCH})`.execute(tx)
  return { last: rows[0]?.last ?? after, more: (rows[0]?.contacts ?? 0) === LAUNCH_BATCH }
}

const within = (campaign: CampaignId, { after, last }: Range) =>
  sql`leads.campaign_id = ${campaign} AND leads.contact_id > ${after} AND leads.contact_id <= ${last}`

async function clearHistory(tx: Transaction<Tables>, campaign: CampaignId, range: Range): Promise<void> {
  await sql`
    UPDATE leads SET last_result = NULL, last_called_at = NULL, contacted = 0, conversations = 0, talk_ms = 0,
      goal = NULL, transferred_ms = NULL, agreed_at = NULL
    WHERE ${within(campaign, range)} AND (contacted = 1 OR last_result IS NOT NULL OR goal IS NOT NULL
      OR transferred_ms IS NOT NULL OR agreed_at IS NOT NULL)`.execute(tx)
}

/**
 * Everybody whom the launch is about to `pending` with attempts from zero, or out with the reason. An agreed call back
 * keeps its time; who was reached stays `completed` instead of being left out.
 */
async function putBack(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
  range: Range,
  now: Instant,
): Promise<void> {
  const reasons = [
    sql`WHEN contacts.phone IS NULL THEN 'no_number'`,
    ...exclusions(launch).map(
      ([line, applies]) =>
        sql`WHEN ${applies} THEN ${sql.lit(line === 'refused' ? 'opted_out' : 'excluded_at_launch')}`,
    ),
  ]
  await sql`
    UPDATE leads SET
      status = CASE WHEN next.reason IS NOT NULL THEN 'skipped' WHEN next.agreed THEN 'retry' ELSE 'pending' END,
      skip_reason = next.reason,
      ready_at = CASE WHEN next.agreed THEN leads.ready_at ELSE 0 END,
      hold = CASE WHEN next.agreed THEN leads.hold END,
      agreed_at = CASE WHEN next.agreed THEN leads.agreed_at END,
      attempts = 0, unrung = 0, sampled = 0, final_status = NULL, phone_position = 0, place_id = next.place_id
    FROM (
      SELECT leads.id, contacts.place_id, CASE ${sql.join(reasons, sql` `)} END AS reason,
        leads.status = 'retry' AND ifnull(leads.agreed_at > ${now}, 0) AS agreed
      FROM leads CROSS JOIN contacts ON contacts.id = leads.contact_id
      WHERE ${within(campaign, range)} AND ${isMeant(launch)}) AS next
    WHERE leads.id = next.id
      AND (next.reason IS NULL OR leads.status NOT IN ('completed', 'called'))
      AND (leads.status <> 'pending' OR next.reason IS NOT NULL OR leads.attempts > 0 OR leads.unrung > 0
        OR leads.hold IS NOT NULL OR leads.sampled = 1 OR leads.phone_position > 0)
      AND (leads.status <> 'skipped' OR leads.skip_reason IS NOT next.reason)`.execute(tx)
}

async function drawable(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  range: Range,
  now: Instant,
): Promise<readonly ContactId[]> {
  const { rows } = await sql<{ id: ContactId }>`
    SELECT contacts.id FROM leads CROSS JOIN contacts ON contacts.id = leads.contact_id
    WHERE ${within(campaign, range)} AND leads.status = 'pending' AND NOT ${isOnDoNotCall(now)}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What a reset clears, one contact per line, for the backup. */
export async function historyLines(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  after: ContactId,
): Promise<Part & { readonly lines: readonly string[] }> {
  const part = await partAfter(tx, campaign, after)
  const { rows } = await sql<Record<string, unknown>>`
    SELECT leads.contact_id, contacts.phone, leads.status, leads.skip_reason, leads.attempts, leads.last_result,
      leads.last_called_at, leads.contacted, leads.conversations, leads.talk_ms, leads.goal, leads.transferred_ms,
      leads.agreed_at
    FROM leads CROSS JOIN contacts ON contacts.id = leads.contact_id
    WHERE ${within(campaign, { after, last: part.last })} AND leads.contacted = 1`.execute(tx)
  return { ...part, lines: rows.map(row => JSON.stringify({ contact: row })) }
}
