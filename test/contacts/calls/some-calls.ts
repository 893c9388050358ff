import fc from 'fast-check'
import { allCalls, type CallFilter, callGoals } from '../../../src-main/domain/call-filter.ts'
import type { CallResult } from '../../../src-main/domain/call-result.ts'
import type { GoalOutcome } from '../../../src-main/domain/flow.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { mondayAtTen } from '../../make/workspace.ts'

/** A call that is over, by what can be filtered; everything it refers to by its place in the workspace of the test. */
export interface OneCall {
  readonly campaign: 1 | 2
  /** 0–3: of its campaign. */
  readonly contact: number
  readonly trunk: 1 | 2
  readonly number: 1 | 2
  readonly agent: 1 | 2
  /** `null`: no INVITE left. */
  readonly sentAt: number | null
  readonly result: CallResult
  readonly goal: GoalOutcome | null
  readonly talkMs: number | null
  readonly optedOut: boolean
  readonly recorded: boolean
  readonly said: readonly string[]
  readonly answered: readonly string[]
}

const one = fc.constantFrom(1 as const, 2 as const)
const day = 86_400_000
/** Over the end of summer time in both places. */
const someMoment = fc
  .integer({ min: -40 * 24, max: 20 * 24 })
  .map(hours => mondayAtTen + hours * 3_600_000 + 1_234)
const lines = ['Good day, Ms Berg.', 'Ärger? "100 %" sure', 'Press 1.', 'interrupted label']

export const someCall: fc.Arbitrary<OneCall> = fc.record({
  campaign: one,
  contact: fc.nat(3),
  trunk: one,
  number: one,
  agent: one,
  sentAt: fc.option(someMoment, { freq: 10 }),
  result: fc.constantFrom('answered', 'busy', 'failed', 'voicemail'),
  goal: fc.option(fc.constantFrom('achieved', 'partially_achieved', 'not_achieved')),
  talkMs: fc.option(fc.integer({ min: 0, max: 20_000 })),
  optedOut: fc.boolean(),
  recorded: fc.boolean(),
  said: fc.subarray(lines),
  answered: fc.subarray(['yes', 'No']),
})

const few = <T>(...values: readonly T[]) =>
  fc.oneof(fc.constant([]), fc.subarray([...values], { minLength: 1 }))

export const someFilter = fc
  .record(
    {
      campaigns: few(1, 2),
      results: few<CallResult>('answered', 'busy', 'fax'),
      agents: few(1, 2),
      numbers: few(1, 2),
      trunks: few(1, 2),
      goals: few(...callGoals),
      from: someMoment,
      to: someMoment.map(at => at + 10 * day),
      hour: fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        hour: fc.nat(23),
        zone: fc.constantFrom('contact', 'Europe/Berlin', 'Asia/Kathmandu'),
      }),
      minTalkSeconds: fc.nat(20),
      maxTalkSeconds: fc.nat(20),
      optedOut: fc.boolean(),
      recorded: fc.boolean(),
      search: fc.constantFrom('person 1', 'PERSON', '2125550', '10000000', '#vip', 'nobody'),
      said: fc.constantFrom('berg', '"100 %', '100 _', 'yes', 'label', 'atMs', ' press '),
    },
    { requiredKeys: [] },
  )
  .map(asked => ({ ...allCalls, ...asked }) as CallFilter)

interface Known {
  readonly id: number
  readonly contact_id: number
  readonly place_id: number
  readonly phone: string
}

/** Straight into the tables, as the engine would have left them. @returns their ids, in order */
export function putCalls(store: Store, calls: readonly OneCall[]): number[] {
  const sql = store.statements
  sql.run('DELETE FROM call_events')
  sql.run('DELETE FROM calls')
  sql.run('DELETE FROM campaign_hours')
  return calls.map((call, index) => {
    const leads = sql.rows<Known>(
      `SELECT leads.id, contact_id, leads.place_id, phone FROM leads JOIN contacts ON contacts.id = contact_id
       WHERE campaign_id = ? ORDER BY leads.id`,
      call.campaign,
    )
    const lead = leads[call.contact] as Known
    const at = call.sentAt ?? mondayAtTen
    const id = index + 1
    sql.run(
      `INSERT INTO calls (id, sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
         agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, answered_at, ended_at,
         talk_ms, result, goal, opted_out, recording, lead_before)
       VALUES (?, ?, ?, ?, ?, 1, 1, ?, ?, (SELECT id FROM agent_versions WHERE agent_id = ?), ?, ?, '', 'ended',
         ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}')`,
      id,
      `call-${id}`,
      call.campaign,
      lead.id,
      lead.contact_id,
      call.trunk,
      call.number,
      call.agent,
      lead.phone,
      lead.place_id,
      at,
      call.sentAt,
      call.talkMs === null ? null : at + 5_000,
      at + 60_000,
      call.talkMs,
      call.result,
      call.goal,
      Number(call.optedOut),
      call.recorded ? `recordings/${id}.wav` : null,
    )
    sql.run(
      `INSERT INTO campaign_hours (campaign_id, hour, result, calls, answered, talk_ms, achieved, opt_outs)
       VALUES (?, 0, ?, 1, 0, 0, 0, 0) ON CONFLICT DO UPDATE SET calls = calls + 1`,
      call.campaign,
      call.result,
    )
    const events = [
      ...call.said.map(text => ({ is: 'agent_said', atMs: 0, text, interrupted: false })),
      ...call.answered.map(label => ({ is: 'answer', atMs: 0, store: 'reply', value: '1', label })),
    ]
    for (const [seq, event] of events.entries())
      sql.run(
        'INSERT INTO call_events (call_id, seq, at_ms, kind, event) VALUES (?, ?, 0, ?, ?)',
        id,
        seq,
        event.is,
        JSON.stringify(event),
      )
    return id
  })
}
