import { expect, test } from 'vitest'
import type { RehearsalReport } from '../../../src-main/contract/rehearsal.ts'
import { rehearsalRows } from '../../../src-renderer/ui/launch/rehearsal-rows.ts'

const band = (low: number, high: number) => ({ low, likely: (low + high) / 2, high })
const noon = Date.UTC(2026, 10, 23, 12)
const hour = 3_600_000

const report = (change: Partial<RehearsalReport> = {}): RehearsalReport => ({
  end: { is: 'completed', why: '' },
  contacts: 10,
  drawnFrom: null,
  calls: 14,
  reached: 6,
  answered: 8,
  optOuts: 1,
  cost: { currency: 'EUR', micros: 1_234_000 },
  finishAt: noon,
  longestIdle: { from: noon, until: noon + 15 * hour, reason: 'outside-hours', text: 'Outside call hours' },
  expected: {
    calls: band(12, 15),
    reached: band(5, 7),
    answered: band(7.4, 9.2),
    optOuts: band(0, 2),
    cost: { currency: 'EUR', micros: band(1_000_000, 1_500_000) },
    finishAt: band(noon - hour, noon + hour),
    longestIdle: null,
  },
  ledger: { invites: 14, calledTwice: 0, outsideHours: 0, mismatches: 0, differences: [] },
  seconds: 60,
  practiceSeconds: 7_200,
  ...change,
})

const rowOf = (name: string, change?: Partial<RehearsalReport>) =>
  rehearsalRows(report(change)).find(row => row.name.startsWith(name))

test('each figure stands beside the band of its forecast', () => {
  expect(rowOf('Calls')).toEqual({ name: 'Calls', rehearsed: '14', expected: '12 to 15', outside: false })
  expect(rowOf('Cost')).toMatchObject({ rehearsed: '€1.23', expected: '€1.00 to €1.50', outside: false })
  expect(rowOf('Longest idle')).toMatchObject({ rehearsed: '15 h. Outside call hours', expected: 'Never' })
})

test('a figure outside its band is marked, a whole one only beyond the whole band', () => {
  expect(rowOf('Calls', { calls: 16 })?.outside).toBe(true)
  expect(rowOf('Calls', { calls: 11 })?.outside).toBe(true)
  expect(rowOf('Answered', { answered: 10 })?.outside).toBe(false)
  expect(rowOf('Answered', { answered: 11 })?.outside).toBe(true)
})

test('what did not come to its end, or has no rates, is said in words', () => {
  expect(rowOf('Finishes', { finishAt: null })).toMatchObject({ rehearsed: 'Not finished', outside: true })
  expect(rowOf('Cost', { cost: null })).toMatchObject({ rehearsed: 'no rates on file', outside: false })
})
