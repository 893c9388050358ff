import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { implement } from '@orpc/server'
import type { CallQuery, ListedCall } from '../contacts/calls/list-calls.ts'
import type { CallDetail as CallDetailOut, CallRow } from '../contract/calls.ts'
import { contract } from '../contract/contract.ts'
import type { CallFilter } from '../domain/call-filter.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import { addAudit } from '../store/audit.ts'
import { type CallDetail, readCall } from '../store/read-call.ts'
import { actor } from './actor.ts'
import { timelineOf } from './call-timeline.ts'
import { listen } from './listen.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.calls).$context<Services>()

export const calls = os.router({
  list: os.list.handler(async ({ input: { filter, offset, limit }, context, signal }) => {
    const page = { ...(await queryOf(context, filter)), offset, limit }
    const rows =
      (await context.reads.ask('newestCalls', page, { signal })) ??
      (await context.reads.ask('calls', page, { signal }))
    return { rows: rows.map(rowOf) }
  }),

  count: os.count.handler(async ({ input: { filter }, context, signal }) => ({
    calls: await context.reads.ask('callCount', await queryOf(context, filter), { signal }),
  })),

  get: os.get.handler(async ({ input, context }) => {
    const call = await readCall(context.db, input.id)
    if (call === null) throw notFound('call', input.id)
    return detailOf(call, context.about.dataDir)
  }),

  peaks: os.peaks.handler(async ({ input, context: { db, reads, about }, signal }) => {
    const call = await db
      .selectFrom('calls')
      .select('recording')
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (call === undefined) throw notFound('call', input.id)
    const path = call.recording && join(about.dataDir, call.recording)
    const peaks = path ? await reads.ask('recordingPeaks', path, { signal }) : null
    if (peaks === null) throw noRecording
    return { seconds: peaks.seconds, caller: [...peaks.caller], agent: [...peaks.agent] }
  }),

  listen: os.listen.handler(({ input, context, signal }) => listen(context, input.id, signal)),

  hangUp: os.hangUp.handler(async ({ input: { id }, context: { engine, change, now } }) => {
    if (!engine.hangUp(id))
      throw refused({
        code: 'call_over',
        what: 'This call is over already.',
        cure: 'Its page shows how it ended.',
      })
    // Written after it: a full disk must not keep anybody on the line.
    const entry = { actor, action: 'call.hang_up', subject: `call ${id}`, detail: {} }
    await change(tx => addAudit(tx, entry, now()))
    return {}
  }),
})

const noRecording = refused({
  code: 'no_recording',
  what: 'This call has no recording.',
  cure: 'Its file may have been moved or deleted. The transcript is kept with the call.',
})

/** Names and numbers are looked through in memory, once they are in it. */
async function queryOf({ reads }: Services, filter: CallFilter): Promise<CallQuery> {
  if (filter.search.trim() === '') return { filter, people: { are: 'all' } }
  for (let step = 0; step < MOST_STEPS; step++) if (await reads.ask('growSearchText', null)) break
  return { filter, people: await reads.ask('callPeople', filter) }
}

/** Of 25,000 contacts each. */
const MOST_STEPS = 400

const rowOf = (call: ListedCall): CallRow => ({
  id: call.id,
  campaign: { id: call.campaignId, name: call.campaignName },
  contact: { id: call.contactId, name: call.contactName },
  number: call.number,
  country: call.country,
  callerId: call.callerId,
  attempt: call.attempt,
  startedAt: call.startedAt,
  result: call.result,
  goal: call.goal,
  optedOut: call.optedOut === 1,
  ringMs: call.ringMs,
  talkMs: call.talkMs,
  // 0: no answer ever came.
  sipCode: call.sipCode || null,
  cost: call.currency === null ? null : { micros: call.costMicros, currency: call.currency },
  recorded: call.recording !== null,
})

const rowOfDetail = ({ row, ...names }: CallDetail): CallRow =>
  rowOf({
    ...names,
    id: row.id,
    campaignId: row.campaign_id,
    contactId: row.contact_id,
    number: row.to_number,
    callerId: row.caller_id,
    attempt: row.attempt,
    startedAt: row.reserved_at,
    result: row.result,
    goal: row.goal,
    optedOut: row.opted_out,
    ringMs: row.ring_ms,
    talkMs: row.talk_ms,
    sipCode: row.sip_code,
    costMicros: row.cost_micros,
    currency: row.currency,
    recording: row.recording,
  })

function detailOf(call: CallDetail, dataDir: string): CallDetailOut {
  const { row } = call
  return {
    ...rowOfDetail(call),
    state: row.state,
    agent: { name: call.agentName, version: call.agentVersion },
    trunk: { name: call.trunkName },
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
    attempts: [...call.attempts],
    recordingUrl:
      row.recording !== null && existsSync(join(dataDir, row.recording)) ? `/recordings/${row.id}.wav` : null,
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
