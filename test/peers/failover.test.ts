import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { addPeople } from '../../src-main/contacts/write/add-people.ts'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import { readSampleFlow, sampleAgents } from '../../src-main/hosts/demo/sample-agents.ts'
import { mustWrite } from '../../src-main/hosts/must-write.ts'
import { judge } from '../../src-main/hosts/rehearsal/judge.ts'
import { practicePeople } from '../../src-main/hosts/rehearsal/practice-people.ts'
import { readRecords } from '../../src-main/hosts/rehearsal/read-records.ts'
import { openWorkspace, type Workspace } from '../../src-main/hosts/workspace.ts'
import { createCampaign } from '../../src-main/store/create-campaign.ts'
import { createAgent } from '../../src-main/store/save-agent.ts'
import { saveNumber } from '../../src-main/store/save-number.ts'
import { createTrunk } from '../../src-main/store/save-trunk.ts'
import { aSchedule, byTest } from '../make/workspace.ts'
import { missingPrograms } from './programs.ts'
import { type Sipp, type SippOptions, startSipp } from './start-sipp.ts'

const root = resolve(import.meta.dirname, '..', '..')
const source = (...path: string[]) => resolve(root, 'src-main', ...path)
const resources = resolve(root, 'resources')

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(): Promise<Workspace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trunkline-'))
  const opened = await openWorkspace({
    dataDir,
    practice: { seed: 7, speed: 100, mix: { trunk_busy: 0, no_answer: 0, answers_silently: 0 } },
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
  ends.push(async () => {
    await opened.close({ drainSeconds: 0 })
    rmSync(dataDir, { recursive: true, force: true })
  })
  return opened
}

/** A campaign over two peers: sipp first, the practice carrier behind it. */
async function prepare(
  { store, practice, dialer, prepareSpeech, now }: Workspace,
  peer: Sipp,
  contacts: number,
): Promise<CampaignId> {
  const second = await practice.open()
  const flow = await readSampleFlow(resources, 'notification')
  await prepareSpeech(flow)
  const settings = { ...trunkDefaults, host: '127.0.0.1', port: peer.port, optionsSeconds: 0 }
  const made = await mustWrite(store, async tx => {
    const first = await createTrunk(tx, { name: 'First', settings, secretRef: null }, now())
    const agent = await createAgent(tx, { ...sampleAgents.notification, flow }, now())
    const number = await saveNumber(tx, { e164: '+493023125900', name: '' }, now())
    const campaign = await createCampaign(
      tx,
      {
        name: 'Over two peers',
        agentVersion: agent.version,
        trunks: [first, second],
        numbers: [number],
        settings: { ...campaignDefaults, maxConcurrentCalls: 5, maxRetries: 0 },
        schedule: aSchedule({ anyTime: true }),
      },
      now(),
    )
    await addPeople(store.statements, campaign, practicePeople(contacts), byTest(now()))
    return { first, campaign }
  })
  await dialer.applyTrunk({ id: made.first, name: 'First', settings, password: null })
  return made.campaign
}

async function runOver(behaviour: SippOptions, contacts: number) {
  const peer = await startSipp(behaviour)
  ends.push(() => peer.stop())
  const workspace = await open()
  const { engine, store, practice } = workspace
  const campaign = await prepare(workspace, peer, contacts)
  const moved = await engine.move(campaign, { do: 'launch', startsAt: null })
  if (!('moved' in moved)) throw new Error(JSON.stringify(moved))
  for (let look = 0; look < 400; look++) {
    const { state } = await store.db.selectFrom('campaigns').select('state').executeTakeFirstOrThrow()
    if (state === 'completed') break
    await new Promise(done => setTimeout(done, 200))
  }
  const calls = await store.db
    .selectFrom('calls')
    .innerJoin('trunks', 'trunks.id', 'calls.trunk_id')
    .select([
      'trunks.name',
      'to_number',
      'sending_at',
      'ended_at',
      'failure',
      'sip_code',
      'counts_as_attempt',
      'sip_call_id',
    ])
    .orderBy('calls.id')
    .execute()
  const ledger = practice.carrier()?.ledger() ?? []
  const records = await readRecords(store.db)
  const carried = records.calls.filter(({ sipCallId }) => ledger.some(entry => entry.sipCallId === sipCallId))
  return { calls, ledger, verdict: judge(ledger, carried, records.leads, contacts) }
}

const wholeness = { lost: 0, calledTwice: 0 }

describe.skipIf(missingPrograms('sipp'))('a failover group of two peers', () => {
  test('campaigns.md §10.3: the first is silent, so the second gets the call, and not before 32 s', async () => {
    const { calls, ledger, verdict } = await runOver({ scenario: 'silent' }, 1)
    expect(calls).toMatchObject([
      { name: 'First', failure: 'trunk', sip_code: 0, counts_as_attempt: 0 },
      { name: 'Practice carrier', failure: null, counts_as_attempt: 1 },
    ])
    const [silent, answered] = calls
    expect(Number(silent?.ended_at) - Number(silent?.sending_at)).toBeLessThan(30_000)
    expect(Number(answered?.sending_at) - Number(silent?.ended_at)).toBeGreaterThanOrEqual(32_000)
    expect(ledger).toHaveLength(1)
    expect(verdict).toMatchObject(wholeness)
  })

  test('telephony.md §3: the first answers 503, so the second gets each call at once, and nobody is called twice', async () => {
    const { calls, ledger, verdict } = await runOver(
      { scenario: 'refuse', fill: { status: '503 Service Unavailable', header: 'X-Nothing: here' } },
      4,
    )
    const refused = calls.filter(({ name }) => name === 'First')
    expect(refused.length).toBeGreaterThan(0)
    for (const { to_number, ended_at, ...call } of refused) {
      expect(call).toMatchObject({ failure: 'trunk', sip_code: 503, counts_as_attempt: 0 })
      const next = calls.find(other => other.name !== 'First' && other.to_number === to_number)
      // Its own back-off would be a minute.
      expect(Number(next?.sending_at) - Number(ended_at)).toBeLessThan(30_000)
    }
    expect(ledger.map(({ number }) => number).sort()).toEqual(
      practicePeople(4)
        .map(({ phone }) => phone)
        .sort(),
    )
    expect(verdict).toMatchObject(wholeness)
  })
})
