import type { CallId, ContactId, E164, Instant, LeadId, TrunkId } from '../../domain/ids.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { FailedTry } from '../../domain/trunk-group.ts'
import type { CallRecord, Reservation } from '../../engine/ports/call-record.ts'
import type { DialogFacts, SendingFacts } from '../../engine/ports/dialer.ts'
import type { ContactPhone, LeadRecord } from '../../engine/ports/lead-record.ts'
import { fromJson, fromJsonOrNull, type Json } from '../json.ts'
import type { Statements } from '../sqlite-file.ts'
import type { CallRow } from '../tables/calls.ts'
import { countStart } from './number-records.ts'
import { parseOnceOrNull } from './parse-once.ts'

type Row = Pick<
  CallRow,
  | 'id'
  | 'campaign_id'
  | 'lead_id'
  | 'contact_id'
  | 'trunk_id'
  | 'number_id'
  | 'to_number'
  | 'state'
  | 'sending_at'
  | 'ringing_at'
  | 'answered_at'
  | 'facts'
  | 'dialog'
  | 'place_id'
  | 'lead_before'
>

const records = `SELECT id, campaign_id, lead_id, contact_id, trunk_id, number_id, to_number, state, sending_at,
  ringing_at, answered_at, facts, dialog, place_id, lead_before FROM calls`

const toRecord = (row: Row): CallRecord => ({
  id: row.id,
  campaign: row.campaign_id,
  lead: row.lead_id,
  contact: row.contact_id,
  trunk: row.trunk_id,
  number: row.number_id,
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

export function callRecord(sql: Statements, id: CallId): CallRecord {
  const row = sql.first<Row>(`${records} WHERE id = ?`, id)
  if (row === undefined) throw new Error(`there is no call ${id}`)
  return toRecord(row)
}

export const orphans = (sql: Statements): readonly CallRecord[] =>
  sql.rows<Row>(`${records} WHERE orphan = 1 ORDER BY id`).map(toRecord)

export const liveCalls = (sql: Statements): readonly CallRecord[] =>
  sql.rows<Row>(`${records} WHERE state <> 'ended' ORDER BY id`).map(toRecord)

export function setOrphan(sql: Statements, call: CallId, orphan: boolean): void {
  sql.run('UPDATE calls SET orphan = ? WHERE id = ?', orphan ? 1 : 0, call)
}

/** Lead, call, turn of the number and interval move together. */
export function reserve(sql: Statements, { lead, campaign, ...call }: Reservation): CallId {
  const before = JSON.stringify({ status: lead.status, readyAt: lead.readyAt, hold: lead.hold })
  const { id } = sql.run(
    `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
       agent_version_id, to_number, place_id, caller_id, state, reserved_at, lead_before)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?)`,
    call.sipCallId,
    campaign.id,
    lead.lead,
    lead.contact,
    campaign.run,
    lead.attempts + 1,
    call.trunk,
    call.number,
    call.agentVersion,
    call.to,
    lead.place,
    call.callerId,
    call.at,
    before,
  )
  sql.run(`UPDATE leads SET status = 'queued', ready_at = 0, hold = NULL WHERE id = ?`, lead.lead)
  sql.run(
    'UPDATE campaign_numbers SET last_call_id = ? WHERE campaign_id = ? AND number_id = ?',
    id,
    campaign.id,
    call.number,
  )
  sql.run('UPDATE campaigns SET last_start_at = ? WHERE id = ?', call.at, campaign.id)
  return id as CallId
}

export function takeBack(sql: Statements, call: CallRecord): void {
  const { status, readyAt, hold } = call.leadBefore
  sql.run('DELETE FROM calls WHERE id = ?', call.id)
  sql.run(
    'UPDATE leads SET status = ?, ready_at = ?, hold = ? WHERE id = ?',
    status,
    readyAt,
    hold,
    call.lead,
  )
}

export function markSending(sql: Statements, call: CallRecord, facts: SendingFacts, at: Instant): void {
  sql.run(
    `UPDATE calls SET state = 'sending', sending_at = ?, facts = ? WHERE id = ?`,
    at,
    JSON.stringify(facts),
    call.id,
  )
  sql.run(
    `UPDATE leads SET status = 'dialing', contacted = 1, last_called_at = ? WHERE id = ?`,
    at,
    call.lead,
  )
  countStart(sql, call.number, at)
}

export function markRinging(sql: Statements, call: CallRecord, at: Instant): void {
  sql.run(`UPDATE calls SET state = 'ringing', ringing_at = ? WHERE id = ?`, at, call.id)
}

export function markAnswered(sql: Statements, call: CallRecord, dialog: DialogFacts, at: Instant): void {
  sql.run(
    `UPDATE calls SET state = 'answered', answered_at = ?, dialog = ? WHERE id = ?`,
    at,
    JSON.stringify(dialog),
    call.id,
  )
  sql.run(`UPDATE leads SET status = 'in_call' WHERE id = ?`, call.lead)
}

export function leadRecord(sql: Statements, lead: LeadId): LeadRecord {
  const row = sql.first<LeadRecord>(
    `SELECT attempts, unrung, goal, agreed_at AS agreedAt, phone_position AS phonePosition FROM leads WHERE id = ?`,
    lead,
  )
  if (row === undefined) throw new Error(`there is no lead ${lead}`)
  return row
}

export const phones = (sql: Statements, contact: ContactId): readonly ContactPhone[] =>
  sql.rows<ContactPhone>(
    `SELECT 0 AS position, phone AS number, place_id AS place FROM contacts WHERE id = ? AND phone IS NOT NULL
     UNION ALL SELECT position, phone, place_id FROM further_phones WHERE contact_id = ? ORDER BY position`,
    contact,
    contact,
  )

export const triesOf = (sql: Statements, lead: LeadId): readonly Instant[] =>
  sql
    .rows<{ at: Instant }>(
      `SELECT sending_at AS at FROM calls INDEXED BY calls_of_lead
       WHERE lead_id = ? AND sending_at IS NOT NULL AND counts_as_attempt IS NOT 0 ORDER BY id`,
      lead,
    )
    .map(({ at }) => at)

export const invalidNumbers = (sql: Statements, lead: LeadId): readonly E164[] =>
  sql
    .rows<{ number: E164 }>(
      `SELECT DISTINCT to_number AS number FROM calls INDEXED BY calls_of_lead
       WHERE lead_id = ? AND result = 'invalid'`,
      lead,
    )
    .map(({ number }) => number)

/** The latest tries of a lead that did not count, newest first. */
export const failedTries = (sql: Statements, lead: LeadId, latest: number): readonly FailedTry[] =>
  sql.rows<FailedTry>(
    `SELECT trunk_id AS trunk, ended_at AS at FROM calls INDEXED BY calls_of_lead
     WHERE lead_id = ? AND counts_as_attempt = 0 ORDER BY id DESC LIMIT ?`,
    lead,
    latest,
  )

export const ratesOf = (sql: Statements, trunk: TrunkId): RateTable | null =>
  parseOnceOrNull(
    sql.first<{ rates: Json<RateTable> | null }>('SELECT rates FROM trunks WHERE id = ?', trunk)?.rates ??
      null,
  )
