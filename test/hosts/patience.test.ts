import { expect, test } from 'vitest'
import type { Hold } from '../../src-main/domain/holds/hold.ts'
import { createPatience, type Situation } from '../../src-main/hosts/patience.ts'

const start = 1_000_000
const quiet: Situation = { holds: [], active: [], reached: 0 }
const trunk: Hold = { is: 'trunk-held', why: 'no answer', until: start + 5_000 }
const night: Hold = {
  is: 'outside-hours',
  until: start + 3_600_000,
  zone: 'Europe/Berlin',
  zones: 1,
  by: 'call hours',
}

const waiting = (seconds = 30) => {
  let now = start
  const patience = createPatience(seconds, () => now)
  return {
    after: (ms: number, situation: Partial<Situation>) => {
      now += ms
      return patience.spent({ ...quiet, ...situation })
    },
  }
}

test('a time that is too far away is enough, once it was seen twice', () => {
  const { after } = waiting()
  expect(after(0, { holds: [night] })).toBeNull()
  expect(after(400, { holds: [night] })).toBe(night)
})

test('what is due soon is waited for', () => {
  const { after } = waiting()
  const soon: Hold = { is: 'retry-later', until: start + 20_000, zone: 'UTC' }
  for (let look = 0; look < 3; look++) expect(after(400, { holds: [soon] })).toBeNull()
})

test('holds of a call that has just ended are not believed', () => {
  const { after } = waiting()
  const full: Hold = { is: 'campaign-full', allowed: 1, until: null }
  expect(after(400, { holds: [full], active: [{ state: 'answered' }] })).toBeNull()
  expect(after(400, { holds: [full] })).toBeNull()
  expect(after(400, { holds: [] })).toBeNull()
})

test('a trunk that stays away is given up, however often it is tried meanwhile', () => {
  const { after } = waiting()
  expect(after(0, { holds: [trunk] })).toBeNull()
  expect(after(20_000, { active: [{ state: 'sending' }] })).toBeNull()
  expect(after(11_000, { holds: [trunk] })).toBeNull()
  expect(after(400, { holds: [trunk] })).toBe(trunk)
})

test.each([
  ['somebody’s phone rings', { active: [{ state: 'ringing' }] }],
  ['somebody was busy', { reached: 1 }],
] as const)('patience begins anew when %s', (_what, better) => {
  const { after } = waiting()
  after(0, { holds: [trunk] })
  after(20_000, better)
  expect(after(11_000, { holds: [trunk], reached: 1 })).toBeNull()
  expect(after(400, { holds: [trunk], reached: 1 })).toBeNull()
})

test('without a bound it waits for as long as it takes', () => {
  const { after } = waiting(Number.POSITIVE_INFINITY)
  after(0, { holds: [night] })
  expect(after(400, { holds: [night] })).toBeNull()
})
