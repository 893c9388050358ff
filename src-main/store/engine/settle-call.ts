import { hourOf } from '../../domain/figures.ts'
import type { CallId, CampaignId } from '../../domain/ids.ts'
import type { CallRecord, SettledCall } from '../../engine/ports/call-record.ts'
import type { CallOutcome } from '../../engine/ports/dialer.ts'
import type { LeadUpdate } from '../../engine/ports/lead-record.ts'
import type { Statements } from '../sqlite-file.ts'
import { countAnswer } from './number-records.ts'
import { addResults } from './result-records.ts'

/** Call, conversation, trace, roll-up, costs and the contact's next status: all or nothing. */
export function settleCall(sql: Statements, call: CallRecord, settled: SettledCall, lead: LeadUpdate): void {
  endCall(sql, call.id, settled)
  addConversation(sql, call.id, settled.outcome)
  addTrace(sql, call.id, settled.outcome)
  addResults(sql, call.id, settled.results, settled.outcome.at)
  addToHour(sql, call.campaign, call.answeredAt !== null, settled)
  addCost(sql, call, settled)
  if (call.answeredAt !== null && call.sendingAt !== null) countAnswer(sql, call.number, call.sendingAt)
  updateLead(sql, call, settled, lead)
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

function endCall(sql: Statements, id: CallId, settled: SettledCall): void {
  const { outcome } = settled
  sql.run(
    `UPDATE calls SET state = 'ended', ended_at = ?, pdd_ms = ?, ring_ms = ?, talk_ms = ?, result = ?, failure = ?,
       sip_code = ?, sip_reason = ?, q850 = ?, hung_up_by = ?, counts_as_attempt = ?, early_media = ?, opted_out = ?,
       cost_micros = ?, currency = ?, media = ?, goal = ?, recording = ?
     WHERE id = ?`,
    outcome.at,
    settled.pddMs,
    settled.ringMs,
    settled.talkMs,
    outcome.result,
    outcome.failure ?? null,
    outcome.sipCode,
    outcome.sipReason,
    outcome.q850,
    outcome.hungUpBy,
    flag(settled.counts),
    flag(outcome.earlyMedia),
    flag(settled.optedOut),
    settled.costMicros,
    settled.currency,
    outcome.media === null ? null : JSON.stringify(outcome.media),
    settled.goal,
    outcome.recording,
    id,
  )
}

function addConversation(sql: Statements, call: CallId, { conversation }: CallOutcome): void {
  for (const [seq, event] of conversation.entries())
    sql.run(
      'INSERT INTO call_events (call_id, seq, at_ms, kind, event) VALUES (?, ?, ?, ?, ?)',
      call,
      seq,
      Math.round(event.atMs),
      event.is,
      JSON.stringify(event),
    )
}

function addTrace(sql: Statements, call: CallId, { trace }: CallOutcome): void {
  for (const [seq, { at, direction, text }] of trace.entries())
    sql.run(
      'INSERT INTO call_traces (call_id, seq, at, direction, text) VALUES (?, ?, ?, ?, ?)',
      call,
      seq,
      Math.round(at),
      direction,
      text,
    )
}

function addToHour(sql: Statements, campaign: CampaignId, answered: boolean, settled: SettledCall): void {
  const { outcome, talkMs, goal, optedOut, costMicros } = settled
  sql.run(
    `INSERT INTO campaign_hours (campaign_id, hour, result, calls, answered, talk_ms, achieved, opt_outs, cost_micros)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
     ON CONFLICT (campaign_id, hour, result) DO UPDATE SET calls = calls + 1, answered = answered + excluded.answered,
       talk_ms = talk_ms + excluded.talk_ms, achieved = achieved + excluded.achieved,
       opt_outs = opt_outs + excluded.opt_outs, cost_micros = cost_micros + excluded.cost_micros`,
    campaign,
    hourOf(outcome.at),
    outcome.result,
    flag(answered),
    talkMs ?? 0,
    flag(goal === 'achieved'),
    flag(optedOut),
    costMicros,
  )
}

function addCost(sql: Statements, { campaign, trunk }: CallRecord, { costMicros }: SettledCall): void {
  if (costMicros === 0) return
  sql.run('UPDATE campaigns SET cost_micros = cost_micros + ? WHERE id = ?', costMicros, campaign)
  sql.run('UPDATE trunks SET balance_micros = balance_micros - ? WHERE id = ?', costMicros, trunk)
}

function updateLead(
  sql: Statements,
  call: CallRecord,
  { outcome, talkMs, counts }: SettledCall,
  update: LeadUpdate,
): void {
  sql.run(
    `UPDATE leads SET status = ?, ready_at = ?, hold = ?, final_status = ?, agreed_at = ?, attempts = ?, unrung = ?,
       goal = ?, phone_position = ?, place_id = ?, sampled = CASE WHEN ? THEN 0 ELSE sampled END, last_result = ?,
       conversations = conversations + ?, talk_ms = talk_ms + ?
     WHERE id = ?`,
    update.status,
    update.readyAt,
    update.hold,
    update.finalStatus,
    update.agreedAt,
    update.attempts,
    update.unrung,
    update.goal,
    update.phonePosition,
    update.place,
    flag(counts || update.status !== 'retry'),
    outcome.result,
    flag(outcome.result === 'answered'),
    talkMs ?? 0,
    call.lead,
  )
}
