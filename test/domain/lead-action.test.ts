import { expect, test } from 'vitest'
import type { PlaceId } from '../../src-main/domain/ids.ts'
import { type LeadStatus, leadStatuses } from '../../src-main/domain/lead.ts'
import {
  actOnLead,
  type LeadAction,
  type LeadActionFacts,
  type LeadStanding,
} from '../../src-main/domain/lead-action.ts'

const noon = 1_000_000
const aLead = (change: Partial<LeadStanding> = {}): LeadStanding => ({
  status: 'pending',
  skipReason: change.status === 'skipped' ? 'manual' : null,
  priority: 1,
  readyAt: 0,
  hold: null,
  agreedAt: null,
  sampled: 0,
  attempts: 0,
  unrung: 0,
  phonePosition: 0,
  place: 1 as PlaceId,
  ...change,
})
const facts = (change: Partial<LeadActionFacts> = {}): LeadActionFacts => ({
  now: noon,
  wasCalled: false,
  hasNumber: true,
  barred: null,
  ...change,
})

const T = true
const F = false
/** campaigns.md section 7: on whom each action has an effect. */
const table: Readonly<Record<LeadStatus, Readonly<Record<LeadAction['do'], boolean>>>> = {
  pending: { retry_now: F, skip: T, remove: T, call_first: T, set_priority: T },
  queued: { retry_now: F, skip: F, remove: F, call_first: F, set_priority: F },
  dialing: { retry_now: F, skip: F, remove: F, call_first: F, set_priority: F },
  in_call: { retry_now: F, skip: F, remove: F, call_first: F, set_priority: F },
  called: { retry_now: F, skip: F, remove: F, call_first: F, set_priority: F },
  retry: { retry_now: T, skip: T, remove: F, call_first: T, set_priority: T },
  completed: { retry_now: F, skip: F, remove: F, call_first: F, set_priority: T },
  no_conversation: { retry_now: T, skip: F, remove: F, call_first: F, set_priority: T },
  no_answer: { retry_now: T, skip: F, remove: F, call_first: F, set_priority: T },
  failed: { retry_now: T, skip: F, remove: F, call_first: F, set_priority: T },
  skipped: { retry_now: T, skip: F, remove: F, call_first: F, set_priority: T },
}

test.each(leadStatuses)('§7, actions on a contact that is %s', status => {
  const waits = status === 'retry' ? { readyAt: noon + 1, hold: 'retry_interval' as const } : {}
  const lead = aLead({ status, attempts: status === 'pending' ? 0 : 3, ...waits })
  const effects = Object.keys(table[status]).map(name => {
    const action = (name === 'set_priority' ? { do: name, priority: 0 } : { do: name }) as LeadAction
    return [name, 'becomes' in actOnLead(lead, action, facts())]
  })
  expect(Object.fromEntries(effects)).toEqual(table[status])
})

test('retry now: at once, as a call like others, with the attempts that were made', () =>
  expect(
    actOnLead(
      aLead({ status: 'retry', readyAt: noon + 9, hold: 'agreed_time', agreedAt: noon + 9, attempts: 2 }),
      { do: 'retry_now' },
      facts(),
    ),
  ).toEqual({ becomes: aLead({ status: 'retry', attempts: 2 }) }))

test('somebody skipped before the first attempt is pending again', () =>
  expect(actOnLead(aLead({ status: 'skipped' }), { do: 'retry_now' }, facts())).toEqual({ becomes: aLead() }))

test.each<[string, Partial<LeadStanding>, Partial<LeadActionFacts>]>([
  ['has no number', { status: 'skipped', skipReason: 'no_number' }, { hasNumber: false }],
  ['is on the do-not-call list', { status: 'no_answer' }, { barred: 'is on the do-not-call list' }],
  ['stands in the campaign twice', { status: 'skipped', skipReason: 'duplicate' }, {}],
  ['may still be ringing at the carrier', { status: 'retry', hold: 'peer_silent', readyAt: noon + 1 }, {}],
  ['is called next anyway', { status: 'retry' }, {}],
])('retry now leaves who %s', (left, lead, known) =>
  expect(actOnLead(aLead(lead), { do: 'retry_now' }, facts(known))).toEqual({ left }),
)

test('remove leaves who was called before a restart: its calls stay with it', () =>
  expect(actOnLead(aLead(), { do: 'remove' }, facts({ wasCalled: true }))).toEqual({
    left: 'was called before; skip it instead',
  }))
