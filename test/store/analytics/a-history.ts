import fc from 'fast-check'
import { placeId } from '../../../src-main/contacts/write/place-id.ts'
import { callResults } from '../../../src-main/domain/call-result.ts'
import type { GoalOutcome } from '../../../src-main/domain/flow.ts'
import type { CampaignId, GoalId, QuestionId } from '../../../src-main/domain/ids.ts'
import type { Place } from '../../../src-main/domain/place.ts'
import { resultSources } from '../../../src-main/domain/results/find-results.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { saveGoal, saveQuestion } from '../../../src-main/store/results/save-definitions.ts'
import { aCampaign, aPerson, berlin, mondayAtTen, phone } from '../../make/workspace.ts'

export const CONTACTS = 8
export const DAYS = 25
const HOUR = 3_600_000

const newYork: Place = { country: 'US', region: 'NY', zones: ['America/New_York'], line: 'unknown' }
const indiana: Place = {
  country: 'US',
  region: 'IN',
  zones: ['America/Chicago', 'America/New_York'],
  line: 'unknown',
}
const kolkata: Place = { country: 'IN', region: null, zones: ['Asia/Kolkata'], line: 'mobile' }
export const places = [berlin, newYork, indiana, kolkata]
export const placeOfContact = (contact: number): Place => places[contact % places.length] as Place

export interface Told {
  readonly source: (typeof resultSources)[number]
  readonly outcome: GoalOutcome
  readonly mark: number
}

export interface PastCall {
  readonly contact: number
  /** After the first of the days, by minutes. */
  readonly minute: number
  readonly number: number
  readonly version: number
  readonly trunk: number
  readonly attempt: number
  readonly result: (typeof callResults)[number]
  readonly talkMs: number
  readonly costMicros: number
  readonly told: readonly Told[]
}

const outcomes = ['achieved', 'partially_achieved', 'not_achieved'] as const

export const pastCall: fc.Arbitrary<PastCall> = fc.record({
  contact: fc.nat(CONTACTS - 1),
  // Many fall into the same few hours, so that some of them have enough calls to be ranked.
  minute: fc.oneof(fc.nat(DAYS * 24 * 60 - 1), fc.nat(119)),
  number: fc.nat(2),
  version: fc.nat(1),
  trunk: fc.nat(1),
  attempt: fc.integer({ min: 1, max: 3 }),
  result: fc.constantFrom(...callResults, 'answered' as const, 'answered' as const),
  talkMs: fc.nat(200_000),
  costMicros: fc.nat(500_000),
  told: fc.uniqueArray(
    fc.record({
      source: fc.constantFrom(...resultSources),
      outcome: fc.constantFrom(...outcomes),
      mark: fc.integer({ min: 1, max: 5 }),
    }),
    { selector: ({ source }) => source, maxLength: 3 },
  ),
})

/** In the order in which sources count. */
export const countingOf = ({ told }: PastCall): Told | undefined =>
  resultSources.map(source => told.find(one => one.source === source)).find(one => one !== undefined)

export const goalOf = (call: PastCall): GoalOutcome | null => countingOf(call)?.outcome ?? null

const pickedUp: readonly string[] = [
  'answered',
  'voicemail',
  'no_conversation',
  'abandoned',
  'fax',
  'interrupted',
]
export const isAnswered = ({ result, talkMs }: PastCall): boolean =>
  pickedUp.includes(result) && talkMs % 7 !== 0

/** A call leaves within the minutes of the first day on. */
export const FIRST = Date.UTC(2026, 9, 19)
export const sentAt = ({ minute }: PastCall): number => FIRST + minute * 60_000 + 17

export interface Ground {
  readonly campaign: CampaignId
  readonly goal: GoalId
  readonly question: QuestionId
  readonly numbers: readonly number[]
  readonly versions: readonly number[]
  readonly trunks: readonly number[]
  readonly lists: readonly number[]
  readonly leads: readonly number[]
}

/** Contacts 0 to 4 are in the first list, 3 to 6 in the second. */
export const inList = (list: number, contact: number): boolean =>
  list === 0 ? contact < 5 : contact >= 3 && contact < 7

/** A campaign with its lines, lists, goal and question, but without a call. */
export async function aGround(store: Store): Promise<Ground> {
  const { campaign, trunk, further } = await aCampaign(store, {
    numbers: 3,
    further: { Second: {} },
    people: Array.from({ length: CONTACTS }, (_, at) =>
      aPerson({ phone: phone(at), place: placeOfContact(at) }, at),
    ),
  })
  const written = await store.write(async () => {
    const sql = store.statements
    sql.run(
      `INSERT INTO agent_versions (agent_id, version, flow, published_at) SELECT agent_id, 2, flow, 0 FROM agent_versions`,
    )
    for (const place of places) placeId(sql, place)
    const lists = ['Autumn', 'Spring'].map(
      name => sql.run('INSERT INTO lists (name, created_at, changed_at) VALUES (?, 0, 0)', name).id,
    )
    const leads = sql.rows<{ id: number; contact: number }>(
      'SELECT id, contact_id AS contact FROM leads WHERE campaign_id = ? ORDER BY id',
      campaign,
    )
    for (const [at, list] of lists.entries())
      for (const [index, { contact }] of leads.entries())
        if (inList(at, index)) sql.run('INSERT INTO list_contacts VALUES (?, ?)', list, contact)
    return {
      campaign,
      lists,
      leads: leads.map(({ id }) => id),
      trunks: [trunk, ...further],
      numbers: sql.rows<{ id: number }>('SELECT id FROM numbers ORDER BY id').map(({ id }) => id),
      versions: sql.rows<{ id: number }>('SELECT id FROM agent_versions ORDER BY id').map(({ id }) => id),
      goal: saveGoal(sql, campaign, {
        id: undefined,
        key: 'paid',
        name: 'Paid',
        description: '',
        kind: 'payment',
        rules: [],
      }),
      question: saveQuestion(sql, campaign, {
        id: undefined,
        key: 'mark',
        text: 'Mark',
        form: { is: 'rating', from: 1, to: 5 },
        isActive: true,
        rules: [],
      }),
    }
  })
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}

/** In place of the calls of the history before: each runs as a call of the engine does, and ends with its results. */
export async function tellHistory(store: Store, ground: Ground, calls: readonly PastCall[]): Promise<void> {
  const written = await store.write(async () => {
    const sql = store.statements
    for (const table of ['goal_results', 'answers', 'calls', 'call_sums']) sql.run(`DELETE FROM ${table}`)
    for (const [at, call] of calls.entries()) tellCall(store, ground, call, at)
    sql.run(`UPDATE leads SET
      contacted = EXISTS (SELECT 1 FROM calls WHERE lead_id = leads.id),
      conversations = (SELECT count(*) FROM calls WHERE lead_id = leads.id AND result = 'answered'),
      goal = (SELECT goal FROM calls WHERE lead_id = leads.id AND goal IS NOT NULL
        ORDER BY CASE goal WHEN 'achieved' THEN 0 WHEN 'partially_achieved' THEN 1 ELSE 2 END LIMIT 1)`)
  })
  if (!written.committed) throw new Error(written.failure.message)
}

function tellCall({ statements: sql }: Store, ground: Ground, call: PastCall, at: number): void {
  const sent = sentAt(call)
  const { id } = sql.run(
    `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
       agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, answered_at, facts, lead_before)
     SELECT ?, campaign_id, id, contact_id, 1, ?, ?, ?, ?, ?, (SELECT place_id FROM contacts WHERE id = contact_id), '',
       'answered', ?, ?, ?, '{}', '{}' FROM leads WHERE id = ?`,
    `past-${at}`,
    call.attempt,
    ground.trunks[call.trunk] ?? 0,
    ground.numbers[call.number] ?? 0,
    ground.versions[call.version] ?? 0,
    `+49301${at}`,
    sent,
    sent,
    isAnswered(call) ? sent + 5_000 : null,
    ground.leads[call.contact] ?? 0,
  )
  for (const { source, outcome, mark } of call.told) {
    const corrected = source === 'supervisor' ? 'test' : null
    const conversed = Number(call.result === 'answered')
    sql.run(
      'INSERT INTO goal_results VALUES (?, ?, ?, ?, 50, NULL, ?, 0, ?)',
      id,
      ground.goal,
      source,
      outcome,
      corrected,
      conversed,
    )
    sql.run(
      'INSERT INTO answers VALUES (?, ?, ?, ?, NULL, ?, 0, ?)',
      id,
      ground.question,
      source,
      String(mark),
      corrected,
      conversed,
    )
  }
  sql.run(
    `UPDATE calls SET state = 'ended', ended_at = ?, result = ?, talk_ms = ?, cost_micros = ? WHERE id = ?`,
    sent + 5_000 + call.talkMs,
    call.result,
    isAnswered(call) ? call.talkMs : null,
    call.costMicros,
    id,
  )
  // As a correction does, after the end.
  sql.run('UPDATE calls SET goal = ? WHERE id = ?', goalOf(call), id)
}

export const now = Math.max(mondayAtTen, FIRST + DAYS * 24 * HOUR)
