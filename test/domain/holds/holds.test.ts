import { describe, expect, test } from 'vitest'
import { campaignDefaults, workspaceCaps } from '../../../src-main/domain/campaign.ts'
import { holdText } from '../../../src-main/domain/hold-text.ts'
import type {
  CampaignFacts,
  LeadFacts,
  ListFacts,
  WaitingPlace,
} from '../../../src-main/domain/holds/facts.ts'
import type { Hold } from '../../../src-main/domain/holds/hold.ts'
import { holdsOnCampaign, holdsOnLead } from '../../../src-main/domain/holds/holds.ts'
import { nextLook } from '../../../src-main/domain/holds/next-look.ts'
import { skipReasonOf } from '../../../src-main/domain/holds/own-holds.ts'
import type { CalendarState } from '../../../src-main/domain/hours.ts'
import type { TrunkId } from '../../../src-main/domain/ids.ts'
import { officeHours } from '../../../src-main/domain/schedule.ts'
import type { TrunkFacts } from '../../../src-main/domain/trunk-group.ts'

const noon = Date.UTC(2026, 10, 23, 11)
const SECOND = 1_000

const aTrunk = (change: Partial<TrunkFacts> = {}): TrunkFacts => ({
  id: 1 as TrunkId,
  name: 'Carrier',
  maxCalls: 30,
  callsPerSecond: 10,
  activeCalls: 0,
  slot: null,
  breaker: { is: 'closed', failed: [] },
  down: null,
  short: null,
  numbersOut: null,
  ...change,
})
const aList = (change: Partial<ListFacts> = {}): ListFacts => ({
  pending: 0,
  retry: 0,
  inProgress: 0,
  called: 0,
  calledUntil: null,
  restartable: 0,
  ...change,
})
const open: CalendarState = { open: true, until: noon + 6 * 3600 * SECOND, opensAt: noon, closedBy: null }
const closedUntil = (opensAt: number | null, zone = 'Europe/Berlin'): CalendarState => ({
  open: false,
  until: opensAt ?? noon,
  opensAt,
  closedBy: {
    layer: { zone, windows: officeHours, closedOn: () => null, by: { is: 'campaign' } },
    holiday: null,
  },
})
const aPlace = (change: Partial<WaitingPlace> = {}): WaitingPlace => ({
  zone: 'Europe/Berlin',
  calendar: open,
  readyAt: 0,
  hold: null,
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
  numbersOut: null,
  lastStartAt: null,
  hourlyFreeAt: null,
  activeCalls: 0,
  abandonment: null,
  short: [],
  trunks: [aTrunk()],
  workspace: { caps: workspaceCaps, activeCalls: 0, slot: null },
  list: aList({ pending: 1 }),
  waiting: [aPlace()],
  storeProblem: null,
  ...change,
})
const aLead = (change: Partial<LeadFacts> = {}): LeadFacts => ({
  status: 'pending',
  skipReason: null,
  readyAt: 0,
  hold: null,
  zone: 'Europe/Berlin',
  hasNumber: true,
  forbidden: null,
  suppressed: null,
  isBusy: false,
  lacksConsent: null,
  caps: [],
  calendar: open,
  leftOutOfTest: false,
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
  expect(only({ state: { is: 'completed' }, trunks: [] })).toEqual({
    is: 'not-running',
    state: 'completed',
    until: null,
  }))

describe('each reason alone', () => {
  const later = (hold: WaitingPlace['hold']) => ({
    list: aList({ retry: 2 }),
    waiting: [aPlace({ readyAt: noon + 60 * SECOND, hold })],
  })
  test.each<[string, Partial<CampaignFacts>, number | null, string]>([
    [
      'a disk that is full',
      { storeProblem: 'The disk is full.' },
      null,
      'Dialling stopped: The disk is full.',
    ],
    ['no agent', { hasAgent: false }, null, 'No published agent'],
    ['no number', { usableNumbers: 0 }, null, 'No usable caller number'],
    ['no trunk', { trunks: [] }, null, 'No trunk'],
    [
      'a trunk that is down',
      { trunks: [aTrunk({ down: { reason: 'no answer', retryAt: noon + 5 } })] },
      noon + 5,
      'Trunk held back. Carrier: no answer',
    ],
    [
      'a trunk that fails',
      { trunks: [aTrunk({ breaker: { is: 'held', since: noon, until: noon + 10, tries: 0, why: '503' } })] },
      noon + 10,
      'Trunk held back. Carrier: 503',
    ],
    [
      'a probe under way',
      { trunks: [aTrunk({ breaker: { is: 'probing', since: noon, tries: 0, why: '503' } })] },
      null,
      'Trunk held back. Carrier: 503; one call is trying it',
    ],
    [
      'a start still to come',
      { schedule: { ...facts().schedule, startsAt: noon + 3600 * SECOND } },
      noon + 3600 * SECOND,
      'Starts Mon 13:00 Europe/Berlin',
    ],
    ['nobody left', { list: aList(), waiting: [] }, null, 'Nobody left to call'],
    [
      'everybody called, some may call back',
      { list: aList({ called: 3, calledUntil: noon + 60 * SECOND }), waiting: [] },
      noon + 60 * SECOND,
      'Everybody was called; the last ones may call back until Mon 12:01 Europe/Berlin',
    ],
    ...(
      [
        ['retry_interval', 'Waiting for the next retry, Mon 12:01 Europe/Berlin'],
        ['agreed_time', 'A call back was agreed for Mon 12:01 Europe/Berlin'],
        ['trunk_refused', 'The trunk refused the last try; next one Mon 12:01 Europe/Berlin'],
        ['peer_silent', 'The trunk did not answer the last try; next one Mon 12:01 Europe/Berlin'],
        ['day_cap', 'Waiting for the next attempt that the caps allow, Mon 12:01 Europe/Berlin'],
      ] as const
    ).map(
      ([hold, text]) =>
        [`only ${hold}`, later(hold), noon + 60 * SECOND, text] as [string, object, number, string],
    ),
    [
      'all numbers at their cap',
      { numbersOut: { why: 'at the cap of the day', until: noon + 5 } },
      noon + 5,
      'No caller number may be shown now: at the cap of the day',
    ],
    [
      'the calls of the hour used up',
      { settings: { ...campaignDefaults, callsPerHour: 60 }, hourlyFreeAt: noon + 5 },
      noon + 5,
      'The 60 calls of the last hour are used up',
    ],
    [
      'money',
      { short: [{ is: 'budget', why: '12.00 € spent of a budget of 12.00 €' }] },
      null,
      '12.00 € spent of a budget of 12.00 €',
    ],
    [
      'abandoned calls near the cap',
      {
        activeCalls: 3,
        settings: { ...campaignDefaults, maxConcurrentCalls: 10 },
        abandonment: { allowed: 3, figure: '2.5 % abandoned' },
      },
      null,
      'Only 3 calls at a time: 2.5 % abandoned',
    ],
    ['all its calls in use', { activeCalls: 1 }, null, 'All 1 calls of the campaign are in use'],
    ['a full trunk', { trunks: [aTrunk({ activeCalls: 30 })] }, null, 'All 30 calls of the trunk are in use'],
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

const tomorrow = noon + 21 * 3600 * SECOND

test('campaigns.md 3: it says why nothing is dialled and when dialling goes on', () => {
  const [hold] = holdsOnCampaign(facts({ waiting: [aPlace({ calendar: closedUntil(tomorrow) })] }), noon)
  expect(hold && holdText(hold)).toBe('Outside call hours, next opens Tue 09:00 Europe/Berlin')
})

test('“outside call hours in 3 zones, next opens …”: the place that opens first is named', () => {
  const waiting = ['America/New_York', 'Europe/Berlin', 'Europe/London'].map((zone, index) =>
    aPlace({ zone, calendar: closedUntil(tomorrow + (index === 1 ? 0 : 3600 * SECOND), zone) }),
  )
  const [hold] = holdsOnCampaign(facts({ waiting }), noon)
  expect(hold && holdText(hold)).toBe('Outside call hours in 3 zones, next opens Tue 09:00 Europe/Berlin')
})

test('one open place with somebody who is due is enough', () =>
  expect(
    holdsOnCampaign(facts({ waiting: [aPlace({ calendar: closedUntil(tomorrow) }), aPlace()] }), noon),
  ).toEqual([]))

test('closed here and not due there: both are told, and it looks again at the first', () => {
  const waiting = [
    aPlace({ calendar: closedUntil(tomorrow) }),
    aPlace({ readyAt: noon + 5, hold: 'day_cap' }),
  ]
  const holds = holdsOnCampaign(facts({ waiting }), noon)
  expect(holds.map(({ is }) => is)).toEqual(['outside-hours', 'cap-later'])
  expect(nextLook(holds)).toBe(noon + 5)
})

test('hours that never open are said to be so', () => {
  const [hold] = holdsOnCampaign(facts({ waiting: [aPlace({ calendar: closedUntil(null) })] }), noon)
  expect(hold && holdText(hold)).toBe('Outside call hours, and no window ever opens')
})

test('a last start that lies in the future, since the clock was set back, holds nobody', () => {
  const lastStartAt = noon + 3600 * SECOND
  const settings = { ...campaignDefaults, intervalMs: 5_000 }
  const { caps, activeCalls } = facts().workspace
  const workspace = { caps, activeCalls, slot: lastStartAt }
  expect(holdsOnCampaign(facts({ settings, lastStartAt, workspace }), noon)).toEqual([])
})

test('the trunk comes before the hours, and it looks again at the first time that can change anything', () => {
  const down = aTrunk({ down: { reason: 'no answer', retryAt: noon + 9 * 3600 * SECOND } })
  const waiting = [aPlace({ calendar: closedUntil(tomorrow) })]
  const holds = holdsOnCampaign(facts({ trunks: [down], waiting }), noon)
  expect(holds.map(hold => hold.is)).toEqual(['trunk-held', 'outside-hours'])
  expect(nextLook(holds)).toBe(noon + 9 * 3600 * SECOND)
})

test('a trunk whose time to ask again has come is waited for, not looked at again and again', () => {
  const down = aTrunk({ down: { reason: 'no answer', retryAt: noon } })
  expect(nextLook(holdsOnCampaign(facts({ trunks: [down] }), noon))).toBeNull()
})

describe('why not this contact', () => {
  const own = (change: Partial<LeadFacts>) => holdsOnLead(aLead(change), facts(), noon)

  test('a number that is on a call in one campaign is held in every other', () =>
    expect(own({ isBusy: true })).toEqual([{ is: 'number-busy', until: null }]))
  test('a retry that is not due, while others are', () =>
    expect(own({ status: 'retry', readyAt: noon + 1 })).toEqual([
      { is: 'retry-later', until: noon + 1, zone: 'Europe/Berlin' },
    ]))
  test('a cap of the day is told by its figure, once', () => {
    const cap = { is: 'day-cap', until: noon + 5, allowed: 3 } as const
    const holds = own({ status: 'retry', readyAt: noon + 5, hold: 'day_cap', caps: [cap] })
    expect(holds).toEqual([cap])
    expect(holds.map(holdText)).toEqual(['Has had the 3 attempts of the day'])
  })
  test('on the do-not-call list, and closed where it is called as well', () =>
    expect(own({ suppressed: 'all', calendar: closedUntil(tomorrow) }).map(hold => hold.is)).toEqual([
      'do-not-call',
      'contact-hours',
    ]))
  test('a campaign that runs before its start holds each contact until then', () => {
    const startsAt = noon + 3_600_000
    const early = facts({ schedule: { ...facts().schedule, startsAt } })
    expect(holdsOnLead(aLead(), early, noon)).toMatchObject([{ is: 'before-start', until: startsAt }])
  })
  test('a contact that was parked for a cap, which was raised since, waits until it is looked at again', () =>
    expect(holdsOnLead(aLead({ hold: 'week_cap', readyAt: noon + 1 }), facts(), noon)).toMatchObject([
      { is: 'cap-later', until: noon + 1 },
    ]))
  test('its own reasons come with those of its campaign, but not with what others wait for', () =>
    expect(
      holdsOnLead(aLead({ isBusy: true }), facts({ trunks: [], waiting: [], list: aList() }), noon).map(
        hold => hold.is,
      ),
    ).toEqual(['number-busy', 'no-trunk']))
  test('one that is finished needs no other reason', () =>
    expect(holdsOnLead(aLead({ status: 'completed' }), facts({ trunks: [] }), noon)).toEqual([
      { is: 'finished', status: 'completed', until: null },
    ]))

  test.each([
    [{ suppressed: 'all' }, 'dnc', 'On the do-not-call list'],
    [{ suppressed: 'campaign' }, 'opted_out', 'Does not want to be called by this campaign'],
    [{ hasNumber: false }, 'no_number', 'Has no number'],
    [
      { forbidden: 'a premium-rate number' },
      'invalid_number',
      'The number is never called: a premium-rate number',
    ],
    [{ lacksConsent: 'express' }, 'no_consent', 'No express consent on file'],
    [{ lacksConsent: 'express_written' }, 'no_consent', 'No express written consent on file'],
  ] as const)('campaigns.md 7: %o is skipped as %s', (change, reason, text) => {
    const [hold] = own(change)
    expect(hold && skipReasonOf(hold)).toBe(reason)
    expect(hold && holdText(hold)).toBe(text)
  })
})

describe('campaigns.md §2, an ordered failover group', () => {
  const north = (change: Partial<TrunkFacts> = {}) => aTrunk({ name: 'North', maxCalls: 2, ...change })
  const south = (change: Partial<TrunkFacts> = {}) =>
    aTrunk({ id: 2 as TrunkId, name: 'South', maxCalls: 3, ...change })
  const down = { down: { reason: 'no answer', retryAt: noon + 5_000 } }
  const full = { activeCalls: 3 }

  test.each<[what: string, trunks: readonly TrunkFacts[], text: string | null, until: number | null]>([
    ['one that is down holds nobody', [north(down), south()], null, null],
    ['one that is full holds nobody', [north(full), south()], null, null],
    ['one without credit holds nobody', [north({ short: '€0.01 left' }), south()], null, null],
    [
      'both down',
      [north(down), south(down)],
      'Trunk held back. North: no answer; South: no answer',
      noon + 5_000,
    ],
    ['both full', [north(full), south(full)], 'Both trunks are at their cap', null],
    [
      'three full',
      [north(full), south(full), aTrunk({ ...south(full), id: 3 as TrunkId })],
      'All 3 trunks are at their cap',
      null,
    ],
    ['one full, one down', [north(full), south(down)], 'North is at its cap; South cannot be used', null],
    [
      'one down, one without credit',
      [north(down), south({ short: '€0.01 left' })],
      'Trunk held back. North: no answer; South: €0.01 left',
      noon + 5_000,
    ],
    [
      'both at their rate',
      [north({ slot: noon }), south({ slot: noon + 50 })],
      'At the highest rate of call starts',
      noon + 100,
    ],
    [
      'the numbers of one out, the other down',
      [north({ numbersOut: { why: 'each is at its cap', until: noon + 1_000 } }), south(down)],
      'Trunk held back. North: each is at its cap; South: no answer',
      noon + 1_000,
    ],
  ])('%s', (_, trunks, text, until) => {
    const [hold, ...more] = holdsOnCampaign(facts({ trunks }), noon)
    expect(more).toEqual([])
    expect([hold ? holdText(hold) : null, hold?.until ?? null]).toEqual([text, until])
  })
})
