import type { Transaction } from 'kysely'
import { hourOf } from '../../domain/figures.ts'
import type { CallId, CampaignId, Instant, LeadId } from '../../domain/ids.ts'
import type { CallOutcome, CallRecord, LeadUpdate, SettledCall } from '../../engine/ports.ts'
import { toJson } from '../json.ts'
import type { Tables } from '../tables.ts'

/** Call, conversation, trace, roll-up and the contact's next status: all or nothing. */
export async function settleCall(
  tx: Transaction<Tables>,
  call: CallRecord,
  settled: SettledCall,
  lead: LeadUpdate,
): Promise<void> {
  await endCall(tx, call.id, settled)
  await addConversation(tx, call.id, settled.outcome)
  await addTrace(tx, call.id, settled.outcome)
  await addToHour(tx, call.campaign, call.answeredAt !== null, settled)
  await updateLead(tx, call.lead, settled, lead)
}

async function endCall(tx: Transaction<Tables>, id: CallId, settled: SettledCall): Promise<void> {
  const { outcome } = settled
  await tx
    .updateTable('calls')
    .set({
      state: 'ended',
      ended_at: outcome.at,
      pdd_ms: settled.pddMs,
      ring_ms: settled.ringMs,
      talk_ms: settled.talkMs,
      result: outcome.result,
      failure: outcome.failure ?? null,
      sip_code: outcome.sipCode,
      sip_reason: outcome.sipReason,
      q850: outcome.q850,
      hung_up_by: outcome.hungUpBy,
      counts_as_attempt: settled.counts ? 1 : 0,
      early_media: outcome.earlyMedia ? 1 : 0,
      media: outcome.media === null ? null : toJson(outcome.media),
      goal: settled.goal,
      recording: outcome.recording,
    })
    .where('id', '=', id)
    .execute()
}

// Rows per statement: well under SQLite's limit of variables.
const BATCH = 500

async function addConversation(
  tx: Transaction<Tables>,
  call: CallId,
  { conversation }: CallOutcome,
): Promise<void> {
  for (let from = 0; from < conversation.length; from += BATCH) {
    const rows = conversation.slice(from, from + BATCH).map((event, index) => ({
      call_id: call,
      seq: from + index,
      at_ms: Math.round(event.atMs),
      kind: event.is,
      event: toJson(event),
    }))
    await tx.insertInto('call_events').values(rows).execute()
  }
}

async function addTrace(tx: Transaction<Tables>, call: CallId, { trace }: CallOutcome): Promise<void> {
  for (let from = 0; from < trace.length; from += BATCH) {
    const rows = trace.slice(from, from + BATCH).map(({ at, direction, text }, index) => ({
      call_id: call,
      seq: from + index,
      at: Math.round(at),
      direction,
      text,
    }))
    await tx.insertInto('call_traces').values(rows).execute()
  }
}

async function addToHour(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  answered: boolean,
  { outcome, talkMs, goal, optedOut }: SettledCall,
): Promise<void> {
  const one = {
    calls: 1,
    answered: answered ? 1 : 0,
    talk_ms: talkMs ?? 0,
    achieved: goal === 'achieved' ? 1 : 0,
    opt_outs: optedOut ? 1 : 0,
  }
  const hour: Instant = hourOf(outcome.at)
  await tx
    .insertInto('campaign_hours')
    .values({ campaign_id: campaign, hour, result: outcome.result, ...one })
    .onConflict(conflict =>
      conflict.columns(['campaign_id', 'hour', 'result']).doUpdateSet(({ eb }) => ({
        calls: eb('campaign_hours.calls', '+', one.calls),
        answered: eb('campaign_hours.answered', '+', one.answered),
        talk_ms: eb('campaign_hours.talk_ms', '+', one.talk_ms),
        achieved: eb('campaign_hours.achieved', '+', one.achieved),
        opt_outs: eb('campaign_hours.opt_outs', '+', one.opt_outs),
      })),
    )
    .execute()
}

async function updateLead(
  tx: Transaction<Tables>,
  lead: LeadId,
  { outcome, talkMs }: SettledCall,
  update: LeadUpdate,
): Promise<void> {
  const conversed = outcome.result === 'answered' ? 1 : 0
  await tx
    .updateTable('leads')
    .set(({ eb }) => ({
      status: update.status,
      ready_at: update.readyAt,
      attempts: update.attempts,
      unrung: update.unrung,
      goal: update.goal,
      last_result: outcome.result,
      conversations: eb('conversations', '+', conversed),
      talk_ms: eb('talk_ms', '+', talkMs ?? 0),
    }))
    .where('id', '=', lead)
    .execute()
}
