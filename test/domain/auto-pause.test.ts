import { describe, expect, test } from 'vitest'
import {
  afterBeat,
  diskFigure,
  isProviderError,
  type Lag,
  noLag,
  overload,
  providerErrorShare,
  type RecentCalls,
  remember,
} from '../../src-main/domain/auto-pause.ts'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'

describe('§5, auto-pause, provider_error', () => {
  const figure = (calls: readonly [number: string, failed: boolean][], limits = campaignDefaults) =>
    providerErrorShare(
      calls.reduce<RecentCalls>((recent, [number, failed]) => remember(recent, number, failed), []),
      limits,
    )
  const people = (failed: number, all = 20) =>
    Array.from({ length: all }, (_, index): [string, boolean] => [`+49${index}`, index < failed])

  test('sixty percent of twenty different contacts is too much; the same contact counts once', () => {
    expect(figure(people(12))).toBe('12 of the last 20 calls failed at the trunk')
    expect(figure(people(11))).toBeNull()
    expect(figure(Array.from({ length: 50 }, () => ['+49', true]))).toBeNull()
  })

  test('§4, provider-error share: both share and number of calls are set per campaign', () => {
    const strict = { ...campaignDefaults, providerErrorShare: 0.1, providerErrorCalls: 5 }
    expect(figure(people(1, 5), strict)).toBe('1 of the last 5 calls failed at the trunk')
    expect(figure(people(1, 4), strict)).toBeNull()
    const patient = { ...campaignDefaults, providerErrorShare: 1, providerErrorCalls: 100 }
    expect(figure(people(100, 100), patient)).toBe('100 of the last 100 calls failed at the trunk')
    expect(figure(people(99, 100), patient)).toBeNull()
  })

  test('only the last of them count', () =>
    expect(figure([...people(20).reverse(), ...people(0, 30)].slice(0, 60))).toBeNull())

  test('what the network says about a called party does not count', () => {
    expect(isProviderError('no_answer', null)).toBe(false)
    expect(isProviderError('failed', 'other')).toBe(false)
    for (const cause of ['trunk', 'credentials', 'congestion'] as const)
      expect(isProviderError('failed', cause)).toBe(true)
  })
})

describe('§5, auto-pause, system_limit', () => {
  const beats = (everyMs: number, count: number, lateMs: number, from: Lag = noLag) =>
    Array.from({ length: count }, (_, index) => index * everyMs).reduce(
      (lag, now) => afterBeat(lag, now - lateMs, now),
      from,
    )

  test('an engine that is late for a minute is overloaded', () => {
    expect(overload(beats(10_000, 6, 5_001))).toBeNull()
    expect(overload(beats(10_000, 7, 5_001))).toBe('The engine was more than 5 s behind for 60 s')
  })

  test('five seconds are not late yet', () => expect(overload(beats(10_000, 30, 5_000))).toBeNull())

  test('one beat on time ends it', () => {
    const late = beats(10_000, 7, 6_000)
    expect(overload(afterBeat(late, 100, 100))).toBeNull()
  })

  test('§10 line 9, sleep: a machine that slept for hours is not overloaded', () => {
    const asleep = afterBeat(beats(10_000, 3, 6_000), 30_000, 8 * 3_600_000)
    expect(overload(asleep)).toBeNull()
  })

  test('the figure says how much room there is and how much it takes', () => {
    expect(diskFigure(2 ** 30, 2 ** 30)).toBeNull()
    expect(diskFigure(2 ** 30 - 1, 2 ** 30)).toBe('1,023 MiB of disk space are free; it takes 1,024 MiB')
  })
})
