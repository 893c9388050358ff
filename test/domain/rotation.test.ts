import { describe, expect, test } from 'vitest'
import { campaignDefaults, type RotationSettings } from '../../src-main/domain/campaign.ts'
import type { NumberId } from '../../src-main/domain/ids.ts'
import { onProbation, rest } from '../../src-main/domain/number-rest.ts'
import { rankNumbers } from '../../src-main/domain/rank-numbers.ts'
import { chooseNumber, type PoolNumber, roomToday } from '../../src-main/domain/rotation.ts'
import { seededDice } from '../fakes/seeded-dice.ts'

const HOUR = 3_600_000
/** Monday, 10:00 in Berlin, 18:00 in Tokyo. */
const now = Date.UTC(2026, 10, 23, 9)
const dice = () => 0

const aNumber = (id: number, change: Partial<PoolNumber> = {}): PoolNumber => ({
  id: id as NumberId,
  e164: `+493023125${id}00`,
  country: 'DE',
  area: '30',
  zone: 'Europe/Berlin',
  enabled: true,
  boundTo: null,
  onTrunk: true,
  callsToday: 0,
  standing: { is: 'active' },
  score: 0,
  weight: 1,
  position: id,
  lastCallId: id,
  ...change,
})

const settings = (change: Partial<RotationSettings> = {}): RotationSettings => ({
  ...campaignDefaults.rotation,
  ...change,
})

const berlin = { country: 'DE', area: '30' }
const munich = { country: 'DE', area: '89' }
const choose = (pool: readonly PoolNumber[], change: Partial<RotationSettings> = {}, to = berlin) =>
  chooseNumber(pool, settings(change), to, now, dice)
const chosen = (pool: readonly PoolNumber[], change: Partial<RotationSettings> = {}, to = berlin) => {
  const choice = choose(pool, change, to)
  return choice.is === 'number' ? choice.number.id : choice
}

describe('monitoring.md §3, strategy', () => {
  test('round robin: the number whose latest call is the oldest; new ones in the order of the list', () => {
    expect(chosen([aNumber(1, { lastCallId: 9 }), aNumber(2, { lastCallId: 4 })])).toBe(2)
    const fresh = [aNumber(3, { lastCallId: 0, position: 2 }), aNumber(4, { lastCallId: 0, position: 1 })]
    expect(chosen(fresh)).toBe(4)
  })

  test('round robin comes round: each number is shown equally often', () => {
    let pool = [1, 2, 3].map(id => aNumber(id, { lastCallId: 0 }))
    const shown: number[] = []
    for (let call = 1; call <= 9; call++) {
      const id = chosen(pool)
      pool = pool.map(number => (number.id === id ? { ...number, lastCallId: call } : number))
      shown.push(id as number)
    }
    expect(shown).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3])
  })

  test('lowest spam: the best score, and in turn among equals', () => {
    const pool = [
      aNumber(1, { score: 3 }),
      aNumber(2, { score: 1, lastCallId: 8 }),
      aNumber(3, { score: 1, lastCallId: 7 }),
    ]
    expect(chosen(pool, { strategy: 'lowest_spam' })).toBe(3)
  })

  test('least used today: over all campaigns', () => {
    const pool = [aNumber(1, { callsToday: 12 }), aNumber(2, { callsToday: 3, lastCallId: 99 })]
    expect(chosen(pool, { strategy: 'least_used_today' })).toBe(2)
  })

  test('weighted: in proportion to the weights in the long run', () => {
    const pool = [aNumber(1, { weight: 1 }), aNumber(2, { weight: 3 }), aNumber(3, { weight: 6 })]
    const seeded = seededDice(7)
    const counts = new Map<number, number>()
    for (let call = 0; call < 20_000; call++) {
      const choice = chooseNumber(pool, settings({ strategy: 'weighted' }), berlin, now, seeded)
      if (choice.is === 'number') counts.set(choice.number.id, (counts.get(choice.number.id) ?? 0) + 1)
    }
    expect((counts.get(1) ?? 0) / 20_000).toBeCloseTo(0.1, 1)
    expect((counts.get(2) ?? 0) / 20_000).toBeCloseTo(0.3, 1)
    expect((counts.get(3) ?? 0) / 20_000).toBeCloseTo(0.6, 1)
  })

  test('weighted: a number that comes back from a rest gets its share, not what it missed', () => {
    const pool = [aNumber(1, { callsToday: 90 }), aNumber(2, { callsToday: 0 })]
    const seeded = seededDice(3)
    let second = 0
    for (let call = 0; call < 2_000; call++) {
      const choice = chooseNumber(pool, settings({ strategy: 'weighted' }), berlin, now, seeded)
      if (choice.is === 'number' && choice.number.id === 2) second += 1
    }
    expect(second / 2_000).toBeCloseTo(0.5, 1)
  })
})

describe('monitoring.md §3, match the contact’s area or country first', () => {
  const pool = [
    aNumber(1, { country: 'FR', area: '1', lastCallId: 0 }),
    aNumber(2, { area: '89', lastCallId: 1 }),
    aNumber(3, { area: '30', lastCallId: 9 }),
  ]

  test('area: the same area, else the same country, else any', () => {
    expect(chosen(pool, { localMatch: 'area' })).toBe(3)
    expect(chosen(pool, { localMatch: 'area' }, { country: 'DE', area: '40' })).toBe(2)
    expect(chosen(pool, { localMatch: 'area' }, { country: 'ES', area: '91' })).toBe(1)
  })

  test('country: the same country, whatever the area', () => {
    expect(chosen(pool, { localMatch: 'country' })).toBe(2)
  })

  test('off: only the strategy decides', () => expect(chosen(pool)).toBe(1))

  test('the same area code in another country is no match', () => {
    const other = [aNumber(1, { country: 'US', area: '30' }), aNumber(2, { area: '89', lastCallId: 50 })]
    expect(chosen(other, { localMatch: 'area' })).toBe(2)
  })

  test('campaigns.md §10 line 18: falls back to the chosen strategy where the local number is at its cap', () => {
    const capped = [
      aNumber(1, { area: '30', callsToday: 100 }),
      aNumber(2, { area: '40', score: 4 }),
      aNumber(3, { area: '69', score: 2 }),
    ]
    expect(chosen(capped, { localMatch: 'area', strategy: 'lowest_spam' })).toBe(3)
  })
})

describe('monitoring.md §3, max calls per number per day', () => {
  test('a number at its cap is passed over', () => {
    expect(chosen([aNumber(1, { callsToday: 100 }), aNumber(2, { lastCallId: 50 })])).toBe(2)
  })

  test('campaigns.md §10 line 18: with every number capped contacts wait for the next day in the number’s zone', () => {
    const pool = [
      aNumber(1, { callsToday: 100 }),
      aNumber(2, { callsToday: 100, country: 'JP', zone: 'Asia/Tokyo' }),
    ]
    // 18:00 in Tokyo: its day ends in six hours, that of Berlin in fourteen.
    expect(choose(pool)).toEqual({ is: 'none', why: 'capped', until: now + 6 * HOUR })
    expect(choose(pool.slice(0, 1))).toEqual({ is: 'none', why: 'capped', until: now + 14 * HOUR })
  })

  test('the next day begins an hour later where the clock is put back', () => {
    const eve = Date.UTC(2026, 9, 24, 22)
    const capped = aNumber(1, { callsToday: 100 })
    expect(chooseNumber([capped], settings(), berlin, eve, dice)).toMatchObject({ until: eve + 25 * HOUR })
  })

  test('campaigns.md §10 line 16: with one number only its cap and its exclusion still apply', () => {
    expect(choose([aNumber(1, { callsToday: 99 })])).toMatchObject({ is: 'number' })
    expect(choose([aNumber(1, { callsToday: 100 })])).toMatchObject({ is: 'none', why: 'capped' })
    const resting = rest('score', 'Score 8, limit 7', 7, now)
    expect(choose([aNumber(1, { standing: resting })])).toMatchObject({ is: 'none', why: 'excluded' })
  })
})

describe('numbers that may not be shown', () => {
  test('an excluded number is shown again from the end of its rest', () => {
    const standing = rest('score', 'Score 8, limit 7', 1, now - 24 * HOUR)
    expect(choose([aNumber(1, { standing })])).toMatchObject({ is: 'number' })
    const later = rest('score', 'Score 8, limit 7', 1, now - 23 * HOUR)
    expect(choose([aNumber(1, { standing: later })])).toEqual({
      is: 'none',
      why: 'excluded',
      until: now + HOUR,
    })
  })

  test('a switched off number never comes back by itself', () =>
    expect(choose([aNumber(1, { enabled: false })])).toEqual({ is: 'none', why: 'off', until: null }))

  test('compliance.md §3: a number that belongs to another trunk is not shown on this one', () => {
    expect(chosen([aNumber(1, { onTrunk: false }), aNumber(2, { lastCallId: 50 })])).toBe(2)
    expect(choose([aNumber(1, { onTrunk: false })])).toEqual({ is: 'none', why: 'off', until: null })
  })

  test('without any number there is none', () =>
    expect(choose([])).toEqual({ is: 'none', why: 'off', until: null }))

  test('the first of several to come back tells until when', () => {
    const resting = rest('hand', 'Rests by hand', 2, now)
    const pool = [
      aNumber(1, { enabled: false }),
      aNumber(2, { standing: resting }),
      aNumber(3, { callsToday: 500 }),
    ]
    expect(choose(pool)).toEqual({ is: 'none', why: 'capped', until: now + 14 * HOUR })
  })

  test('campaigns.md §10 line 17: on probation it is shown for 20 calls, then not before it is judged', () => {
    expect(choose([aNumber(1, { standing: { ...onProbation(now), left: 1 } as never })])).toMatchObject({
      is: 'number',
    })
    expect(choose([aNumber(1, { standing: { is: 'probation', since: now, left: 0 } })])).toEqual({
      is: 'none',
      why: 'excluded',
      until: now + 60_000,
    })
  })
})

describe('who is shown next, and why', () => {
  test('the first of the ranking is the one that is chosen, for every strategy that leaves nothing to chance', () => {
    const pool = [
      aNumber(1, { score: 5, callsToday: 7, lastCallId: 30 }),
      aNumber(2, { score: 2, callsToday: 90, lastCallId: 20, area: '89' }),
      aNumber(3, { score: 3, callsToday: 4, lastCallId: 25 }),
      aNumber(4, { score: 0, callsToday: 100, lastCallId: 1 }),
    ]
    for (const strategy of ['round_robin', 'lowest_spam', 'least_used_today'] as const)
      for (const localMatch of ['off', 'area', 'country'] as const)
        for (const to of [berlin, munich]) {
          const change = settings({ strategy, localMatch })
          const [first] = rankNumbers(pool, change, to, now)
          expect(chooseNumber(pool, change, to, now, dice)).toMatchObject({
            number: { id: first?.number.id },
          })
        }
  })

  test('says match, strategy, probation and room; those that may not be shown come last with their reason', () => {
    const pool = [
      aNumber(1, { area: '69', standing: { is: 'probation', since: now, left: 8 } }),
      aNumber(2, { score: 1, callsToday: 12 }),
      aNumber(3, { enabled: false }),
      aNumber(4, { standing: rest('score', 'Score 8, limit 7', 7, now) }),
      aNumber(5, { score: 6, callsToday: 3 }),
      aNumber(6, { callsToday: 100 }),
    ]
    const ranked = rankNumbers(pool, settings({ strategy: 'lowest_spam', localMatch: 'area' }), berlin, now)
    expect(ranked.map(({ number, why }) => `${number.id}: ${why}`)).toEqual([
      '2: same area, lowest score, 1, 88 left today',
      '5: same area, score 6, 97 left today',
      '1: same country, score 0, on probation, 8 calls left, 100 left today',
      '6: at its cap, 100 calls today',
      '4: rests: score 8, limit 7',
      '3: switched off',
    ])
  })

  test('weighted: each number’s share of the calls', () => {
    const pool = [aNumber(1, { weight: 1 }), aNumber(2, { weight: 3 }), aNumber(3, { enabled: false })]
    const ranked = rankNumbers(pool, settings({ strategy: 'weighted' }), berlin, now)
    expect(ranked.map(({ number, share }) => [number.id, share])).toEqual([
      [2, 0.75],
      [1, 0.25],
      [3, 0],
    ])
  })

  test('room left today: up to the cap, up to the end of the probation, none while it rests', () => {
    expect(roomToday(aNumber(1, { callsToday: 30 }), settings(), now)).toBe(70)
    expect(
      roomToday(aNumber(1, { standing: { is: 'probation', since: now, left: 8 } }), settings(), now),
    ).toBe(8)
    expect(roomToday(aNumber(1, { standing: rest('hand', '', 1, now) }), settings(), now)).toBe(0)
  })
})
