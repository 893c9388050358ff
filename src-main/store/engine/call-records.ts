import type { Selectable, Transaction } from 'kysely'
import type { CallId, CampaignId, E164, Instant } from '../../domain/ids.ts'
import type { CallRecord, DialogFacts, Reservation, SendingFacts } from '../../engine/ports.ts'
import { fromJson, fromJsonOrNull, toJson } from '../json.ts'
import type { CallsTable, Tables } from '../tables.ts'

const toRecord = (row: Selectable<CallsTable>): CallRecord => ({
  id: row.id,
  campaign: row.campaign_id,
  lead: row.lead_id,
  contact: row.contact_id,
  trunk: row.trunk_id,
  to: row.to_number,
  state: row.state,
  sendingAt: row.sending_at,
  ringingAt: row.ringing_at,
  answeredAt: row.answered_at,
  facts: fromJsonOrNull(row.facts),
  dialog: fromJsonOrNull(row.dialog),
  place: row.place_id,
  leadBefore: fromJson(row.lead_before),
})

export const callRecord = async (tx: Transaction<Tables>, id: CallId): Promise<CallRecord> =>
  toRecord(await tx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

export const orphans = async (tx: Transaction<Tables>): Promise<readonly CallRecord[]> =>
  (await tx.selectFrom('calls').selectAll().where('orphan', '=', 1).orderBy('id').execute()).map(toRecord)

export async function setOrphan(tx: Transaction<Tables>, call: CallId, orphan: boolean): Promise<void> {
  await tx
    .updateTable('calls')
    .set({ orphan: orphan ? 1 : 0 })
    .where('id', '=', call)
    .execute()
}

export const liveCalls = async (tx: Transaction<Tables>): Promise<readonly CallRecord[]> =>
  (await tx.selectFrom('calls').selectAll().where('state', '<>', 'ended').orderBy('id').execute()).map(
    toRecord,
  )

/** Lead, call, turn of the number and interval move together. */
export async function reserve(
  tx: Transaction<Tables>,
  { lead, campaign, ...call }: Reservation,
): Promise<CallId> {
  const { id } = await tx
    .insertInto('calls')
    .values({
      sip_call_id: call.sipCallId,
      campaign_id: campaign.id,
      lead_id: lead.lead,
      contact_id: lead.contact,
      run: campaign.run,
      attempt: lead.attempts + 1,
      trunk_id: call.trunk,
      number_id: call.number,
      agent_version_id: call.agentVersion,
      to_number: lead.phone,
      caller_id: call.callerId,
      state: 'reserved',
      reserved_at: call.at,
      place_id: lead.place,
      lead_before: toJson({ status: lead.status, readyAt: lead.readyAt, hold: lead.hold }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('leads')
    .set({ status: 'queued', ready_at: 0, hold: null })
    .where('id', '=', lead.lead)
    .execute()
  await tx
    .updateTable('campaign_numbers')
    .set({ last_call_id: id })
    .where('campaign_id', '=', campaign.id)
    .where('number_id', '=', call.number)
    .execute()
  await tx.updateTable('campaigns').set({ last_start_at: call.at }).where('id', '=', campaign.id).execute()
  return id
}

export async function takeBack(tx: Transaction<Tables>, call: CallRecord): Promise<void> {
  await tx.deleteFrom('calls').where('id', '=', call.id).execute()
  const { status, readyAt, hold } = call.leadBefore
  await tx.updateTable('leads').set({ status, ready_at: readyAt, hold }).where('id', '=', call.lead).execute()
}

export async function markSending(
  tx: Transaction<Tables>,
  call: CallRecord,
  facts: SendingFacts,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('calls')
    .set({ state: 'sending', sending_at: at, facts: toJson(facts) })
    .where('id', '=', call.id)
    .execute()
  await tx
    .updateTable('leads')
    .set({ status: 'dialing', contacted: 1, last_called_at: at })
    .where('id', '=', call.lead)
    .execute()
}

export async function markRinging(tx: Transaction<Tables>, call: CallRecord, at: Instant): Promise<void> {
  await tx.updateTable('calls').set({ state: 'ringing', ringing_at: at }).where('id', '=', call.id).execute()
}

export async function markAnswered(
  tx: Transaction<Tables>,
  call: CallRecord,
  dialog: DialogFacts,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('calls')
    .set({ state: 'answered', answered_at: at, dialog: toJson(dialog) })
    .where('id', '=', call.id)
    .execute()
  await tx.updateTable('leads').set({ status: 'in_call' }).where('id', '=', call.lead).execute()
}

/** Round robin: the number whose latest call is the oldest. */
export const nextNumber = async (tx: Transaction<Tables>, campaign: CampaignId) =>
  (await tx
    .selectFrom('campaign_numbers')
    .innerJoin('numbers', 'numbers.id', 'campaign_numbers.number_id')
    .select(['numbers.id', 'numbers.e164'])
    .where('campaign_numbers.campaign_id', '=', campaign)
    .where('campaign_numbers.enabled', '=', 1)
    .where('numbers.enabled', '=', 1)
    .orderBy('campaign_numbers.last_call_id')
    .orderBy('campaign_numbers.position')
    .limit(1)
    .executeTakeFirst()) ?? null

/** Scope `all` wins over `campaign`. */
export async function suppression(
  tx: Transaction<Tables>,
  number: E164,
  campaign: CampaignId,
): Promise<'all' | 'campaign' | null> {
  const row = await tx
    .selectFrom('suppressions')
    .select('scope')
    .where('number', '=', number)
    .where(({ or, eb }) => or([eb('scope', '=', 'all'), eb('campaign_id', '=', campaign)]))
    .orderBy('scope')
    .limit(1)
    .executeTakeFirst()
  return row?.scope ?? null
}
