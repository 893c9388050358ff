import { implement } from '@orpc/server'
import type { CallDetail as CallDetailOut, CallRow } from '../contract/calls.ts'
import { contract } from '../contract/contract.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import { type CallDetail, type ListedCall, readCall } from '../store/read-calls.ts'
import { timelineOf } from './call-timeline.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.calls).$context<Services>()

export const calls = os.router({
  list: os.list.handler(async ({ input, context, signal }) => {
    const asked = { ...input, campaign: input.campaign }
    const { total, rows } = await context.reads.ask('calls', asked, { signal })
    return { total, rows: rows.map(rowOf) }
  }),

  get: os.get.handler(async ({ input, context }) => {
    const call = await readCall(context.db, input.id)
    if (call === null) throw notFound('call', input.id)
    return detailOf(call)
  }),

  hangUp: os.hangUp.handler(({ input, context }) => {
    if (!context.engine.hangUp(input.id))
      throw refused({
        code: 'call_over',
        what: 'This call is over already.',
        cure: 'Its page shows how it ended.',
      })
    return {}
  }),
})

const rowOf = (call: ListedCall): CallRow => ({
  id: call.id,
  campaign: { id: call.campaignId, name: call.campaignName },
  contact: { id: call.contactId, name: call.contactName },
  number: call.number,
  country: call.country,
  attempt: call.attempt,
  startedAt: call.startedAt,
  result: call.result,
  ringMs: call.ringMs,
  talkMs: call.talkMs,
  // 0: no answer ever came.
  sipCode: call.sipCode || null,
  recorded: call.recording !== null,
})

function detailOf(call: CallDetail): CallDetailOut {
  const { row } = call
  return {
    ...rowOf(call),
    state: row.state,
    agent: { name: call.agentName, version: call.agentVersion },
    trunk: { name: call.trunkName },
    callerId: row.caller_id,
    sipCallId: row.sip_call_id,
    sipReason: row.sip_reason,
    q850: row.q850,
    failure: row.failure,
    hungUpBy: row.hung_up_by,
    pddMs: row.pdd_ms,
    countsAsAttempt: row.counts_as_attempt === 1,
    timeline: timelineOf(call),
    transcript: call.events.flatMap(transcriptLine),
    goals: call.results.goals.map(({ goal: { id, name, isPrimary }, results }) => ({
      id,
      name,
      isPrimary,
      results,
    })),
    analyses: call.results.answers.map(({ question: { id, text, form }, results }) => ({
      id,
      text,
      form,
      results,
    })),
    settlesAt: call.settlesAt,
    media: call.media,
    trace: [...call.trace],
    attempts: call.attempts.map(attempt => ({
      id: attempt.id,
      at: attempt.startedAt,
      result: attempt.result,
      talkMs: attempt.talkMs,
      campaign: attempt.campaignName,
    })),
    recordingUrl: call.recording === null ? null : `/recordings/${call.id}.wav`,
  }
}

function transcriptLine(event: ConversationEvent): CallDetailOut['transcript'] {
  const { atMs } = event
  switch (event.is) {
    case 'agent_said':
      return [{ atMs, who: 'agent', text: event.text }]
    case 'person_spoke':
      return [{ atMs, who: 'person', text: '…' }]
    case 'key_pressed':
      return [{ atMs, who: 'event', text: `Key ${event.key} pressed` }]
    case 'answer':
      return [{ atMs, who: 'person', text: event.label }]
    case 'opt_out':
      return [{ atMs, who: 'event', text: 'Opted out' }]
    default:
      return []
  }
}
