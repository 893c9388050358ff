import { describe, expect, test } from 'vitest'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { carriageOf, refusedUntil, type TrunkFacts } from '../../src-main/domain/trunk-group.ts'

const noon = Date.UTC(2026, 10, 23, 11)
const north = 1 as TrunkId
const south = 2 as TrunkId

const aTrunk = (id: TrunkId, change: Partial<TrunkFacts> = {}): TrunkFacts => ({
  id,
  name: id === north ? 'North' : 'South',
  maxCalls: 2,
  callsPerSecond: 10,
  activeCalls: 0,
  slot: null,
  breaker: { is: 'closed', failed: [] },
  down: null,
  short: null,
  numbersOut: null,
  ...change,
})
const held = { is: 'held', since: noon, until: noon + 5_000, tries: 0, why: '503' } as const
const carried = (first: Partial<TrunkFacts>, second: Partial<TrunkFacts> = {}, refused = new Map()) => {
  const carriage = carriageOf([aTrunk(north, first), aTrunk(south, second)], refused, noon)
  return carriage.is === 'trunk' ? carriage.trunk.name : carriage
}

describe('campaigns.md §2, trunk, one or an ordered failover group: the first that can take a call carries it', () => {
  test.each<[what: string, first: Partial<TrunkFacts>]>([
    ['is down', { down: { reason: 'no answer', retryAt: null } }],
    ['is held', { breaker: held }],
    ['is being tried by one call', { breaker: { is: 'probing', since: noon, tries: 0, why: '503' } }],
    ['is full', { activeCalls: 2 }],
    ['is at its rate of starts', { slot: noon }],
    ['has too little credit', { short: '€0.01 left' }],
    ['has no number to show', { numbersOut: { why: 'each is at its cap', until: null } }],
  ])('the second where the first %s', (_, first) => {
    expect(carried({})).toBe('North')
    expect(carried(first)).toBe('South')
  })

  test('nobody where both are full, until a call is over', () =>
    expect(carried({ activeCalls: 2 }, { activeCalls: 2 })).toEqual({ is: 'full' }))

  test('a silent trunk is given up early only where another one could take the call', () => {
    const one = carriageOf([aTrunk(north), aTrunk(south, { breaker: held })], new Map(), noon)
    const two = carriageOf([aTrunk(north), aTrunk(south, { activeCalls: 2 })], new Map(), noon)
    expect([one, two]).toMatchObject([{ movesOn: false }, { movesOn: true }])
  })
})

describe('campaigns.md §10.2, a trunk that refused a contact is not tried again with it before its back-off', () => {
  const refusedByNorth = new Map([[north, noon + 60_000]])

  test('the next one takes over', () => expect(carried({}, {}, refusedByNorth)).toBe('South'))

  test('with the next one full it waits for the end of a call', () =>
    expect(carried({}, { activeCalls: 2 }, refusedByNorth)).toEqual({ is: 'full' }))

  test('with the next one held it waits for whichever is back first', () => {
    expect(carried({}, { breaker: held }, refusedByNorth)).toEqual({ is: 'later', until: noon + 5_000 })
    const longHeld = { ...held, until: noon + 600_000 }
    expect(carried({}, { breaker: longHeld }, refusedByNorth)).toEqual({ is: 'later', until: noon + 60_000 })
  })

  test('with the next one at its rate of starts it waits for its slot', () =>
    expect(carried({}, { slot: noon }, refusedByNorth)).toEqual({ is: 'later', until: noon + 100 }))

  test('each trunk counts its own refusals: 60 s, doubling', () =>
    expect(
      refusedUntil([
        { trunk: north, at: noon },
        { trunk: south, at: noon - 1_000 },
        { trunk: north, at: noon - 60_000 },
      ]),
    ).toEqual(
      new Map([
        [north, noon + 120_000],
        [south, noon + 59_000],
      ]),
    ))
})
