import fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignDefaults, settingProblems } from '../../src-main/domain/campaign.ts'
import { afterPause, takeSlot } from '../../src-main/domain/pacing.ts'
import { isLoopback } from '../../src-main/domain/trunk.ts'

const noon = Date.UTC(2026, 10, 23, 11)

test('a setting out of its range is named with the range', () => {
  expect(settingProblems(campaignDefaults)).toEqual([])
  expect(settingProblems({ ...campaignDefaults, maxConcurrentCalls: 501, intervalMs: 0.5 })).toEqual([
    { field: 'maxConcurrentCalls', value: 501, allowed: '1 to 500' },
    { field: 'intervalMs', value: 0.5, allowed: '0 to 1800000' },
  ])
})

test('only this machine is loopback', () => {
  const hosts = [
    '127.0.0.1',
    '127.8.8.8',
    'localhost',
    '::1',
    '10.0.0.1',
    '127.0.0.1.example.org',
    'sip.example.org',
  ]
  expect(hosts.filter(host => isLoopback({ host }))).toEqual(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])
})

test('slots meet the rate though each start is a little late, and never burst after a long sleep', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 50, maxLength: 50 }), delays => {
      let slot: number | null = null
      let now = 0
      for (const delay of delays) {
        now = Math.max(now, afterPause(slot, 10, now)) + delay
        slot = takeSlot(slot, 10, now)
      }
      expect(now).toBeLessThan(delays.length * 10 + 10)
      const late = takeSlot(slot, 10, now + 60_000)
      expect(late).toBe(now + 60_000)
    }),
  ))

test('a clock that was set back by hours keeps nobody waiting longer than two pauses', () => {
  const setBack = noon - 3 * 3_600_000
  const waitUntilCalling = (lastStart: number, pauseMs: number): number => {
    let now = setBack
    for (let looks = 0; looks < 100; looks++) {
      const due = afterPause(lastStart, pauseMs, now)
      if (due <= now) return now - setBack
      now = due
    }
    throw new Error('still waiting')
  }
  expect(waitUntilCalling(noon, 100)).toBe(0)
  expect(waitUntilCalling(setBack + 50, 100)).toBe(150)
  expect(waitUntilCalling(setBack + 20_000, 30_000)).toBe(50_000)
  expect(waitUntilCalling(noon, 0)).toBe(0)
})
