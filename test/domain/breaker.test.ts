import { expect, test } from 'vitest'
import {
  type Breaker,
  callFailed,
  closedBreaker,
  mayProbe,
  probe,
  probeWithdrawn,
  TRIP_AFTER,
  trunkUnusable,
  trunkWorks,
  waitMs,
} from '../../src-main/domain/breaker.ts'

const now = 1_000_000
const fails = (breaker: Breaker, ...numbers: string[]) =>
  numbers.reduce((state, number) => callFailed(state, number, '503', now), breaker)
const people = Array.from({ length: TRIP_AFTER }, (_, index) => `+49301${index}`)

test('different numbers in a row trip it', () => {
  expect(fails(closedBreaker, ...people.slice(1)).is).toBe('closed')
  expect(fails(closedBreaker, ...people)).toEqual({
    is: 'held',
    since: now,
    until: now + 5_000,
    tries: 0,
    why: '503',
  })
})

test('the same number again and again does not', () =>
  expect(fails(closedBreaker, ...Array(20).fill('+49301')).is).toBe('closed'))

test('one that gets through in between starts the count anew', () => {
  fails(closedBreaker, ...people.slice(1))
  expect(fails(trunkWorks(), people[0] as string).is).toBe('closed')
})

test('each probe that fails doubles the wait, up to 30 s, and keeps since when', () => {
  let breaker = fails(closedBreaker, ...people)
  for (let tries = 1; tries < 5; tries++) {
    breaker = callFailed(probe(breaker), '+49', '503', now + tries)
    expect(breaker).toMatchObject({ is: 'held', since: now, tries, until: now + tries + waitMs(tries) })
  }
  expect([0, 1, 2, 3, 9].map(waitMs)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000])
})

test('calls that were up when it tripped change nothing by failing', () => {
  const held = fails(closedBreaker, ...people)
  expect(callFailed(held, '+499', '503', now + 1)).toBe(held)
})

test('a probe that was not sent is asked for again', () =>
  expect(probeWithdrawn(probe(fails(closedBreaker, ...people)), now)).toMatchObject({ is: 'held', tries: 0 }))

test('a trunk that cannot be dialled at all is held at once', () =>
  expect(trunkUnusable(closedBreaker, 'no line', now)).toMatchObject({ is: 'held', why: 'no line' }))

test('a clock that was set back does not prolong the wait of a held trunk', () => {
  const held = { is: 'held', since: now, until: now + 30_000, tries: 3, why: '503' } as const
  expect(mayProbe(held, now + 29_999)).toBe(false)
  expect(mayProbe(held, now + 30_000)).toBe(true)
  expect(mayProbe(held, now - 3_600_000)).toBe(true)
})
