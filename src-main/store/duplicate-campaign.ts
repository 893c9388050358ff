import { sql, type Transaction } from 'kysely'
import { moveRefusal } from '../domain/campaign-state.ts'
import type { CampaignId, ContactId, Instant } from '../domain/ids.ts'
import { addAudit } from './audit.ts'
import { campaignNamed, freeCopyName } from './campaign-name.ts'
import { fromStateColumns } from './campaign-state-columns.ts'
import type { Change } from './change.ts'
import { copyDefinitions } from './results/copy-definitions.ts'
import type { Tables } from './tables.ts'

export interface DuplicateOptions {
  /** `null`: the name with "(copy)" behind it. */
  readonly name: string | null
  readonly withContacts: boolean
  readonly actor: string
}

export type Duplicated =
  | { readonly id: CampaignId; readonly name: string }
  | { readonly refused: 'not_found' | 'name_taken' }

// Contacts per transaction: about 30 ms, in between calls and windows have their turn.
const BATCH = 2_000

/**
 * A new draft with the same settings, trunks, numbers and, if wanted, contacts, all of them `pending`. Contacts come in several
 * transactions; until the last one the draft is hidden, so nobody launches a half-filled one.
 */
export async function duplicateCampaign(
  change: Change,
  id: CampaignId,
  { name, withContacts, actor }: DuplicateOptions,
  now: Instant,
): Promise<Duplicated> {
  const begun = await change(tx => begin(tx, id, name, now))
  if ('refused' in begun) return begun
  let after: ContactId | null = withContacts ? (0 as ContactId) : null
  while (after !== null) {
    const from: ContactId = after
    after = await change(tx => copyContacts(tx, id, begun.id, from))
    await new Promise(resolve => setImmediate(resolve))
  }
  return change(tx => show(tx, id, begun, actor, now))
}

async function begin(
  tx: Transaction<Tables>,
  id: CampaignId,
  wanted: string | null,
  now: Instant,
): Promise<Duplicated> {
  const row = await tx
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || moveRefusal(fromStateColumns(row), 'duplicate') !== null)
    return { refused: 'not_found' }
  if (wanted !== null && (await campaignNamed(tx, wanted)) !== undefined) return { refused: 'name_taken' }
  const name = wanted ?? (await freeCopyName(tx, row.name))
  const { notes, settings, schedule, business_hours_id, agent_version_id } = row
  const copy = { name, notes, settings, schedule, business_hours_id, agent_version_id }
  const made = await tx
    .insertInto('campaigns')
    .values({ ...copy, state_since: now, deleted_at: now, created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('campaign_trunks')
    .columns(['campaign_id', 'trunk_id', 'position'])
    .expression(
      tx
        .selectFrom('campaign_trunks')
        .select(({ val }) => [val(made.id).as('campaign_id'), 'trunk_id', 'position'])
        .where('campaign_id', '=', id),
    )
    .execute()
  await tx
    .insertInto('campaign_numbers')
    .columns(['campaign_id', 'number_id', 'position', 'enabled', 'weight'])
    .expression(
      tx
        .selectFrom('campaign_numbers')
        .select(({ val }) => [val(made.id).as('campaign_id'), 'number_id', 'position', 'enabled', 'weight'])
        .where('campaign_id', '=', id),
    )
    .execute()
  await copyDefinitions(tx, id, made.id)
  return { id: made.id, name }
}

/** @returns the last contact that was copied; `null`: that was all */
async function copyContacts(
  tx: Transaction<Tables>,
  from: CampaignId,
  to: CampaignId,
  after: ContactId,
): Promise<ContactId | null> {
  const { rows } = await sql<{ last: ContactId | null }>`
    SELECT max(contact_id) AS last FROM (
      SELECT contact_id FROM leads WHERE campaign_id = ${from} AND contact_id > ${after}
      ORDER BY contact_id LIMIT ${BATCH})`.execute(tx)
  const last = rows[0]?.last ?? null
  if (last === null) return null
  // The number that is called first is the contact's own again.
  await sql`
    INSERT INTO leads (campaign_id, contact_id, place_id, priority)
    SELECT ${to}, leads.contact_id, contacts.place_id, max(leads.priority, 0)
    FROM leads JOIN contacts ON contacts.id = leads.contact_id
    WHERE leads.campaign_id = ${from} AND leads.contact_id > ${after} AND leads.contact_id <= ${last}`.execute(
    tx,
  )
  return last
}

async function show(
  tx: Transaction<Tables>,
  from: CampaignId,
  made: Exclude<Duplicated, { refused: unknown }>,
  actor: string,
  now: Instant,
): Promise<Duplicated> {
  if ((await campaignNamed(tx, made.name)) !== undefined) return { refused: 'name_taken' }
  await tx.updateTable('campaigns').set({ deleted_at: null }).where('id', '=', made.id).execute()
  await addAudit(
    tx,
    {
      actor,
      action: 'campaign.duplicate',
      subject: `campaign ${from}`,
      detail: { copy: made.id, name: made.name },
    },
    now,
  )
  return made
}
