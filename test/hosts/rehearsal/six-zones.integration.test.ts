import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPeople } from '../../../src-main/contacts/write/add-people.ts'
import { campaignDefaults } from '../../../src-main/domain/campaign.ts'
import type { CampaignId, E164, Instant, NumberId } from '../../../src-main/domain/ids.ts'
import { officeHours } from '../../../src-main/domain/schedule.ts'
import { createPracticeClock } from '../../../src-main/engine/practice-clock.ts'
import { readSampleFlow, sampleAgents } from '../../../src-main/hosts/demo/sample-agents.ts'
import { mustWrite } from '../../../src-main/hosts/must-write.ts'
import { judge } from '../../../src-main/hosts/rehearsal/judge.ts'
import { readRecords } from '../../../src-main/hosts/rehearsal/read-records.ts'
import { openWorkspace, type Workspace } from '../../../src-main/hosts/workspace.ts'
import { createCampaign } from '../../../src-main/store/create-campaign.ts'
import { createAgent } from '../../../src-main/store/save-agent.ts'
import { saveNumber } from '../../../src-main/store/save-number.ts'
import type { LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'
import { aSchedule, byTest } from '../../make/workspace.ts'
import { neverToBeDialled, OPTS_OUT, peopleInSixZones, zoneOf } from './people-in-six-zones.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const source = (...path: string[]) => resolve(root, 'src-main', ...path)
const resources = resolve(root, 'resources')

/** Monday, 09:00 in Berlin and 03:00 in New York. */
const monday: Instant = Date.UTC(2026, 10, 23, 8)
const perNumberAndDay = 90
const callerIds = ['+493023125901', '+493023125902', '+493023125903']

const onDoNotCall = peopleInSixZones.filter((_, at) => at % 25 === 10)
const optedOutOfFirst = peopleInSixZones.filter((_, at) => at % 50 === 20)
/** A third stands in both campaigns. */
const shared = peopleInSixZones.filter((_, at) => at % 3 === 0)

interface Called extends LedgerEntry {
  readonly campaign: CampaignId
}

let dataDir = ''
let workspace: Workspace
let first: CampaignId
let second: CampaignId
let calls: readonly Called[]
let ledger: readonly LedgerEntry[]

async function prepare({ store, practice, prepareSpeech }: Workspace): Promise<void> {
  const trunk = await practice.open()
  const flow = await readSampleFlow(resources, 'reminder')
  await prepareSpeech(flow)
  await mustWrite(store, async tx => {
    const agent = await createAgent(tx, { ...sampleAgents.reminder, flow }, monday)
    const numbers: NumberId[] = []
    for (const e164 of callerIds) numbers.push(await saveNumber(tx, { e164, name: '' }, monday))
    const make = (name: string, change: Partial<typeof campaignDefaults>) =>
      createCampaign(
        tx,
        {
          name,
          agentVersion: agent.version,
          trunks: [trunk],
          numbers,
          settings: {
            ...campaignDefaults,
            maxConcurrentCalls: 50,
            ringSeconds: 15,
            attemptsPerDay: 1,
            // The people are sped up, and their short calls would rest the numbers.
            rotation: { ...campaignDefaults.rotation, maxCallsPerDay: perNumberAndDay, spamThreshold: 9 },
            ...change,
          },
          schedule: aSchedule({ windows: officeHours }),
        },
        monday,
      )
    first = await make('First', { maxRetries: 0 })
    second = await make('Second', { maxRetries: 0 })
    const people = (all: readonly E164[]) =>
      all.map(phone => ({ phone, written: phone, zone: null, name: '', fields: {} }))
    await addPeople(
      store.statements,
      first,
      people([...peopleInSixZones, ...neverToBeDialled]),
      byTest(monday),
    )
    await addPeople(store.statements, second, people(shared), byTest(monday))
    const entry = { reason: 'Asked for it', source: 'supervisor', at: monday, expires_at: null } as const
    await tx
      .insertInto('suppressions')
      .values([
        ...onDoNotCall.map(number => ({ ...entry, number, scope: 'all' as const, campaign_id: null })),
        ...optedOutOfFirst.map(number => ({
          ...entry,
          number,
          scope: 'campaign' as const,
          campaign_id: first,
        })),
      ])
      .execute()
  })
}

async function untilBothRest({ engine, store }: Workspace): Promise<void> {
  for (let look = 0; look < 540; look++) {
    const rows = await store.db.selectFrom('campaigns').select(['state', 'pause_detail']).execute()
    const paused = rows.find(({ state }) => state === 'paused')
    if (paused) throw new Error(`paused: ${paused.pause_detail}`)
    if (rows.every(({ state }) => state === 'completed')) return
    await new Promise(done => setTimeout(done, 500))
  }
  throw new Error(`still at work: ${JSON.stringify([engine.holds(first), engine.holds(second)])}`)
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trunkline-'))
  const opened = await openWorkspace({
    dataDir,
    clock: createPracticeClock(monday),
    // Those who let it ring hold up the clock, which jumps only while nobody is on the line.
    practice: { seed: 7, speed: 100, mix: { no_answer: 1 } },
    workers: {
      media: source('telephony', 'media', 'worker.ts'),
      speech: source('voice', 'speech-worker.ts'),
      forecast: source('hosts', 'forecast', 'worker.ts'),
      rehearsal: source('hosts', 'rehearsal', 'worker.ts'),
      history: source('hosts', 'demo', 'history', 'worker.ts'),
      reading: source('hosts', 'reading', 'thread.ts'),
      working: source('hosts', 'working', 'thread.ts'),
      backup: source('hosts', 'backups', 'worker.ts'),
    },
    resources,
    log: pino({ level: 'silent' }),
    kind: 'cli',
    secrets: { get: async () => null, set: async () => {}, remove: async () => {} },
  })
  if ('refused' in opened) throw new Error(opened.message)
  workspace = opened
  await prepare(workspace)
  for (const campaign of [first, second]) {
    const moved = await workspace.engine.move(campaign, { do: 'launch', startsAt: null })
    if (!('moved' in moved)) throw new Error(JSON.stringify(moved))
  }
  await untilBothRest(workspace)
  ledger = workspace.practice.carrier()?.ledger() ?? []
  const rows = await workspace.store.db.selectFrom('calls').select(['sip_call_id', 'campaign_id']).execute()
  const campaignOf = new Map(rows.map(row => [row.sip_call_id, row.campaign_id]))
  calls = ledger.map(entry => ({ ...entry, campaign: campaignOf.get(entry.sipCallId) as CampaignId }))
}, 300_000)

afterAll(async () => {
  await workspace?.close({ drainSeconds: 0 })
  rmSync(dataDir, { recursive: true, force: true })
})

/** The wall clock as Intl tells it: no rule of ours has a part in the judgement. */
function wall(
  at: Instant,
  zone: string,
): { readonly day: string; readonly weekday: string; readonly minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday'),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  }
}

const countBy = <T>(all: readonly T[], key: (each: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1)
  return counts
}

test('people of all six zones were called, by both campaigns', () => {
  expect([...countBy(calls, ({ number }) => zoneOf(number)).keys()].sort()).toEqual(
    [...new Set(peopleInSixZones.map(zoneOf))].sort(),
  )
  expect([...countBy(calls, ({ campaign }) => String(campaign)).keys()].sort()).toEqual([
    String(first),
    String(second),
  ])
  expect(calls.length).toBeGreaterThan(280)
})

test('no call rang outside Monday to Friday, 9 to 18, on the clock of the called party, nor on a public holiday', () => {
  const outside = calls.filter(({ number, invitedAt }) => {
    const { weekday, minute, day } = wall(invitedAt, zoneOf(number))
    const isThanksgiving = number.startsWith('+1') && day === '2026-11-26'
    return isThanksgiving || ['Sat', 'Sun'].includes(weekday) || minute < 9 * 60 || minute >= 18 * 60
  })
  expect(outside.map(({ number, invitedAt }) => `${number} ${new Date(invitedAt).toISOString()}`)).toEqual([])
})

test('nobody on the do-not-call list, who opted out, or with a number that is never dialled was called', () => {
  const called = new Set(ledger.map(({ number }) => number))
  expect(onDoNotCall.filter(number => called.has(number))).toEqual([])
  expect(neverToBeDialled.filter(number => called.has(number))).toEqual([])
  const byFirst = new Set(calls.filter(({ campaign }) => campaign === first).map(({ number }) => number))
  expect(optedOutOfFirst.filter(number => byFirst.has(number))).toEqual([])
})

test('nobody was rung twice on one day, in whichever campaign', () => {
  // A trunk that is busy rings nobody: such a try counts for no cap.
  const rung = calls.filter(({ act }) => act !== 'trunk_busy')
  const perDay = countBy(rung, ({ number, invitedAt }) => `${number} ${wall(invitedAt, zoneOf(number)).day}`)
  expect([...perDay].filter(([, count]) => count > 1)).toEqual([])
})

test('no caller ID was shown more often than its cap on any day of its zone', () => {
  const perDay = countBy(
    calls,
    ({ callerId, invitedAt }) => `${callerId} ${wall(invitedAt, 'Europe/Berlin').day}`,
  )
  expect([...perDay].filter(([, count]) => count > perNumberAndDay)).toEqual([])
})

test('who asked not to be called again was not, and a number that does not exist was not tried again', () => {
  const after = (isIt: (entry: LedgerEntry) => boolean) =>
    calls
      .filter(isIt)
      .flatMap(entry =>
        calls.filter(
          later =>
            later.number === entry.number &&
            later.invitedAt > entry.invitedAt &&
            later.campaign === entry.campaign,
        ),
      )
  expect(after(({ act, pressed }) => act === 'opts_out' && pressed !== '')).toEqual([])
  expect(after(({ code }) => code === 404)).toEqual([])
  expect(calls.some(({ number }) => number.endsWith(OPTS_OUT))).toBe(true)
})

test('the ledger of the carrier and the records of the program agree', async () => {
  const records = await readRecords(workspace.store.db)
  expect(judge(ledger, records.calls, records.leads, records.leads.length)).toMatchObject({
    lost: 0,
    calledTwice: 0,
    stuck: 0,
    mismatches: 0,
  })
})

test('the decision log explains each contact that was not called, and each call that was made', async () => {
  const { db } = workspace.store
  const skipped = await db
    .selectFrom('leads')
    .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
    .select([
      'leads.campaign_id as campaign',
      'leads.contact_id as contact',
      'contacts.phone',
      'leads.skip_reason as reason',
    ])
    .where('leads.status', '=', 'skipped')
    .execute()
  const decisions = await db.selectFrom('decisions').selectAll().execute()
  const key = (campaign: number, contact: number) => `${campaign} ${contact}`
  const told = new Set(
    decisions
      .filter(({ outcome, why, local_time: local }) => outcome === 'skip' && why !== '' && local !== '')
      .map(each => key(each.campaign_id, each.contact_id)),
  )
  // Who refused before is left out by the launch itself, with that reason on the contact.
  const unexplained = skipped.filter(
    ({ campaign, contact, reason }) => reason !== 'opted_out' && !told.has(key(campaign, contact)),
  )
  expect(unexplained).toEqual([])
  expect(skipped.map(({ phone }) => phone)).toEqual(
    expect.arrayContaining([...onDoNotCall, ...neverToBeDialled]),
  )
  const sent = await db.selectFrom('calls').select('id').where('sending_at', 'is not', null).execute()
  const toCall = (moment: string) =>
    new Set(
      decisions
        .filter(each => each.outcome === 'call' && each.moment === moment)
        .map(({ call_id: call }) => call),
    )
  const [turn, sending] = [toCall('turn'), toCall('sending')]
  expect(sent.filter(({ id }) => !turn.has(id) || !sending.has(id))).toEqual([])
})
