import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callResults } from '../../../src-main/domain/call-result.ts'
import { readHeatmap } from '../../../src-main/store/heatmap/read-heatmap.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import {
  aCampaign,
  aFolder,
  anOpenStore,
  aPerson,
  type Folder,
  mondayAtTen,
  phone,
} from '../../make/workspace.ts'

let folder: Folder
let store: Store
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe'] as const
const people = zones.map((zone, index) =>
  aPerson(
    { phone: phone(index), place: { country: null, region: null, zones: [zone], line: 'unknown' } },
    index,
  ),
)
const week = 7 * 24 * 3_600_000

const aCall = fc.record({
  contact: fc.nat(zones.length - 1),
  /** A year of calls: both changes of the clock are in it. */
  sentAt: fc.integer({ min: mondayAtTen - 52 * week, max: mondayAtTen }),
  result: fc.constantFrom(...callResults),
  goal: fc.constantFrom('achieved', 'partially_achieved', 'not_achieved', null),
  correctedTo: fc.constantFrom('achieved', 'not_achieved', undefined),
  end: fc.constantFrom('ended', 'taken back', 'still up'),
})

/** Day and hour by the platform's calendar, which the product's own clock does not use. */
function wallHour(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(at)
    .map(({ value }) => value)
  return `${parts[0]} ${Number(parts.at(-1))}`
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

test('monitoring.md §2: cells and goal results equal a recount of the calls, on every clock, after any history', async () => {
  const { campaign } = await aCampaign(store, { people })
  // The same reader all the time: what it remembers of one history must not be taken for the next.
  const file = openReadOnly(folder.file)
  await fc.assert(
    fc.asyncProperty(fc.array(aCall, { maxLength: 40 }), async calls => {
      await makeCalls(campaign, calls)
      file.moveOn()
      const ended = calls.filter(({ end }) => end === 'ended')
      for (const zone of [null, 'Europe/Berlin', 'Asia/Kathmandu']) {
        const cells = readHeatmap(file, { campaign, zone }).map(
          ({ day, hour, calls: made, people: answered }) => [`${days[day - 1]} ${hour}`, made, answered],
        )
        const counted = Map.groupBy(ended, call =>
          wallHour(call.sentAt, zone ?? zones[call.contact] ?? 'UTC'),
        )
        const recount = [...counted].map(([hour, group]) => [
          hour,
          group.length,
          group.filter(({ result }) => result === 'answered').length,
        ])
        expect(cells.toSorted()).toEqual(recount.toSorted())
      }
      const kept = store.statements.rows<{ outcome: string; calls: number }>(
        'SELECT outcome, calls FROM goal_counts WHERE campaign_id = ? AND calls <> 0 ORDER BY outcome',
        campaign,
      )
      const outcomes = Map.groupBy(
        ended
          .map(({ goal, correctedTo, result }) => ({ result, goal: correctedTo ?? goal }))
          .filter(({ result, goal }) => result === 'answered' || goal !== null),
        ({ goal }) => goal ?? 'unknown',
      )
      expect(kept).toEqual(
        [...outcomes].map(([outcome, group]) => ({ outcome, calls: group.length })).toSorted(byOutcome),
      )
    }),
    { numRuns: 60 },
  )
  file.close()
})

test('monitoring.md §2: calls that end later are added to what was counted of a history before', async () => {
  const { campaign } = await aCampaign(store, { people })
  const file = openReadOnly(folder.file)
  const call = { contact: 0, result: 'answered', goal: null, correctedTo: undefined, end: 'ended' } as const
  const days = Array.from({ length: 12 }, (_, day) => ({ ...call, sentAt: mondayAtTen - day * 86_400_000 }))
  for (const known of [4, 7, 12]) {
    await makeCalls(campaign, days.slice(-known))
    file.moveOn()
    const cells = readHeatmap(file, { campaign, zone: null })
    expect(cells.reduce((sum, { calls }) => sum + calls, 0)).toBe(known)
    expect(cells).toEqual(readHeatmap(file, { campaign, zone: 'Europe/Berlin' }))
  }
  file.close()
})

const byOutcome = (a: { readonly outcome: string }, b: { readonly outcome: string }) =>
  a.outcome < b.outcome ? -1 : 1

type Call = typeof aCall extends fc.Arbitrary<infer C> ? C : never

/** Takes each call through the states in which the engine writes it, in place of those before. */
async function makeCalls(campaign: number, calls: readonly Call[]): Promise<void> {
  await store.write(async () => {
    const { run, rows, first } = store.statements
    for (const table of ['calls', 'call_quarters', 'goal_counts']) run(`DELETE FROM ${table}`)
    const leads = rows<{ id: number; contact_id: number; place_id: number }>(
      'SELECT id, contact_id, place_id FROM leads WHERE campaign_id = ? ORDER BY id',
      campaign,
    )
    const used = first<{ agent: number; trunk: number; number: number }>(
      `SELECT agent_version_id AS agent, trunk_id AS trunk, (SELECT min(id) FROM numbers) AS number
       FROM campaigns JOIN campaign_trunks ON campaign_id = campaigns.id`,
    )
    for (const [index, { contact, sentAt, result, goal, correctedTo, end }] of calls.entries()) {
      const lead = leads[contact]
      if (!lead || !used) throw new Error('the workspace is not complete')
      const { id } = run(
        `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
           agent_version_id, to_number, place_id, caller_id, state, reserved_at, lead_before, facts)
         VALUES (?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, '', 'reserved', ?, '{}', '{}')`,
        `call-${index}`,
        campaign,
        lead.id,
        lead.contact_id,
        used.trunk,
        used.number,
        used.agent,
        `+49${index}`,
        lead.place_id,
        sentAt - 5,
      )
      if (end === 'taken back') {
        run('DELETE FROM calls WHERE id = ?', id)
        continue
      }
      run(`UPDATE calls SET state = 'sending', sending_at = ? WHERE id = ?`, sentAt, id)
      if (end === 'still up') continue
      run(
        `UPDATE calls SET state = 'ended', ended_at = ?, result = ?, goal = ? WHERE id = ?`,
        sentAt + 40_000,
        result,
        goal,
        id,
      )
      if (correctedTo) run('UPDATE calls SET goal = ? WHERE id = ?', correctedTo, id)
    }
  })
}
