import { describe, expect, test } from 'vitest'
import { campaignDefaults, workspaceCaps } from '../../src-main/domain/campaign.ts'
import {
  type CampaignFacts,
  type Hold,
  holdsOnCampaign,
  holdsOnLead,
  holdText,
  type LeadFacts,
  nextLook,
  type TrunkFacts,
} from '../../src-main/domain/holds.ts'
import { officeHours } from '../../src-main/domain/schedule.ts'

const noon = Date.UTC(2026, 10, 23, 11)
const anna = '+4930123456'
const SECOND = 1_000

const aTrunk = (change: Partial<TrunkFacts> = {}): TrunkFacts => ({
  name: 'Carrier',
  maxCalls: 30,
  callsPerSecond: 10,
  activeCalls: 0,
  slot: null,
  breaker: { is: 'closed', failed: [] },
  down: null,
  ...change,
})
const facts = (change: Partial<CampaignFacts> = {}): CampaignFacts => ({
  state: { is: 'running' },
  settings: campaignDefaults,
  schedule: {
    zone: 'Europe/Berlin',
    windows: officeHours,
    startsAt: null,
    endsAt: null,
    respectContactZone: true,
    anyTime: false,
  },
  hoursLifted: false,
  hasAgent: true,
  usableNumbers: 1,
  lastStartAt: null,
  activeCalls: 0,
  trunk: aTrunk(),
  workspace: { caps: workspaceCaps, activeCalls: 0, slot: null },
  list: { pending: 1, retry: 0, inProgress: 0, restartable: 0, nextRetryAt: null },
  storeProblem: null,
  ...change,
})
const aLead = (change: Partial<LeadFacts> = {}): LeadFacts => ({
  status: 'pending',
  skipReason: null,
  readyAt: 0,
  number: anna,
  suppressed: false,
  busyNumbers: new Set(),
  ...change,
})
const only = (change: Partial<CampaignFacts>): Hold | undefined => {
  const holds = holdsOnCampaign(facts(change), noon)
  expect(holds).toHaveLength(1)
  return holds[0]
}

test('nothing holds a running campaign with everything at hand', () =>
  expect(holdsOnCampaign(facts(), noon)).toEqual([]))

test('a campaign at rest says so, and nothing else', () =>
  expect(only({ state: { is: 'completed' }, trunk: null })).toEqual({
    is: 'not-running',
    state: 'completed',
    until: null,
  }))

describe('each reason alone', () => {
  const retry = { pending: 0, retry: 2, inProgress: 0, restartable: 0, nextRetryAt: noon + 60 * SECOND }
  test.each<[string, Partial<CampaignFacts>, number | null, string]>([
    [
      'a disk that is full',
      { storeProblem: 'The disk is full.' },
      null,
      'Dialling stopped: The disk is full.',
    ],
    ['no agent', { hasAgent: false }, null, 'No published agent'],
    ['no number', { usableNumbers: 0 }, null, 'No usable caller number'],
    ['no trunk', { trunk: null }, null, 'No trunk'],
    [
      'a trunk that is down',
      { trunk: aTrunk({ down: { reason: 'no answer', retryAt: noon + 5 } }) },
      noon + 5,
      'Trunk held back. Carrier: no answer',
    ],
    [
      'a trunk that fails',
      { trunk: aTrunk({ breaker: { is: 'held', since: noon, until: noon + 10, tries: 0, why: '503' } }) },
      noon + 10,
      'Trunk held back. Carrier: 503',
    ],
    [
      'a probe under way',
      { trunk: aTrunk({ breaker: { is: 'probing', since: noon, tries: 0, why: '503' } }) },
      null,
      'Trunk held back. Carrier: 503; one call is trying it',
    ],
    [
      'a start still to come',
      { schedule: { ...facts().schedule, startsAt: noon + 3600 * SECOND } },
      noon + 3600 * SECOND,
      'Starts Mon 13:00 Europe/Berlin',
    ],
    ['nobody left', { list: { ...retry, retry: 0, nextRetryAt: null } }, null, 'Nobody left to call'],
    [
      'retries only',
      { list: retry },
      noon + 60 * SECOND,
      'Waiting for the next retry, Mon 12:01 Europe/Berlin',
    ],
    ['all its calls in use', { activeCalls: 1 }, null, 'All 1 calls of the campaign are in use'],
    ['a full trunk', { trunk: aTrunk({ activeCalls: 30 }) }, null, 'All 30 calls of the trunk are in use'],
    [
      'a full workspace',
      { workspace: { caps: workspaceCaps, activeCalls: 500, slot: null } },
      null,
      'All 500 calls of the workspace are in use',
    ],
    [
      'the pause between calls',
      { settings: { ...campaignDefaults, intervalMs: 5_000 }, lastStartAt: noon - 2_000 },
      noon + 3_000,
      'Pausing between two calls',
    ],
    [
      'the rate of the workspace',
      { workspace: { caps: workspaceCaps, activeCalls: 0, slot: noon - 40 } },
      noon + 60,
      'At the highest rate of call starts',
    ],
  ])('%s', (_, change, until, text) => {
    const hold = only(change) as Hold
    expect(hold.until).toBe(until)
    expect(holdText(hold)).toBe(text)
  })
})

test('outside the hours it says when they open', () => {
  const evening = noon + 8 * 3600 * SECOND
  const [hold] = holdsOnCampaign(facts(), evening)
  expect(hold && holdText(hold)).toBe('Outside call hours, next opens Tue 09:00 Europe/Berlin')
})

test('lifted hours hold nobody', () =>
  expect(holdsOnCampaign(facts({ hoursLifted: true }), noon + 8 * 3600 * SECOND)).toEqual([]))

test('a last start that lies in the future, since the clock was set back, holds nobody', () => {
  const lastStartAt = noon + 3600 * SECOND
  const settings = { ...campaignDefaults, intervalMs: 5_000 }
  const { caps, activeCalls } = facts().workspace
  const workspace = { caps, activeCalls, slot: lastStartAt }
  expect(holdsOnCampaign(facts({ settings, lastStartAt, workspace }), noon)).toEqual([])
})

test('the trunk comes before the hours, and it looks again at the first time that can change anything', () => {
  const down = aTrunk({ down: { reason: 'no answer', retryAt: noon + 9 * 3600 * SECOND } })
  const holds = holdsOnCampaign(facts({ trunk: down }), noon + 8 * 3600 * SECOND)
  expect(holds.map(hold => hold.is)).toEqual(['trunk-held', 'outside-hours'])
  expect(nextLook(holds)).toBe(noon + 9 * 3600 * SECOND)
})

test('a trunk whose time to ask again has come is waited for, not looked at again and again', () => {
  const down = aTrunk({ down: { reason: 'no answer', retryAt: noon } })
  expect(nextLook(holdsOnCampaign(facts({ trunk: down }), noon))).toBeNull()
})

describe('why not this contact', () => {
  test('a number that is on a call in one campaign is held in every other', () =>
    expect(holdsOnLead(aLead({ busyNumbers: new Set([anna]) }), facts(), noon)).toEqual([
      { is: 'number-busy', until: null },
    ]))
  test('a retry that is not due, while others are', () =>
    expect(holdsOnLead(aLead({ status: 'retry', readyAt: noon + 1 }), facts(), noon)).toEqual([
      { is: 'retry-later', until: noon + 1, zone: 'Europe/Berlin' },
    ]))
  test('on the do-not-call list, and outside the hours as well', () =>
    expect(
      holdsOnLead(aLead({ suppressed: true }), facts(), noon + 8 * 3600 * SECOND).map(hold => hold.is),
    ).toEqual(['do-not-call', 'outside-hours']))
  test('one that is finished needs no other reason', () =>
    expect(holdsOnLead(aLead({ status: 'completed' }), facts({ trunk: null }), noon)).toEqual([
      { is: 'finished', status: 'completed', until: null },
    ]))
})
