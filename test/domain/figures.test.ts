import { expect, test } from 'vitest'
import { type CallCount, figures, hourOf, type LeadCount } from '../../src-main/domain/figures.ts'

const lead = (status: LeadCount['status'], leads: number, change: Partial<LeadCount> = {}): LeadCount => ({
  status,
  contacted: true,
  conversed: false,
  achieved: false,
  leads,
  ...change,
})
const call = (result: CallCount['result'], calls: number, change: Partial<CallCount> = {}): CallCount => ({
  result,
  calls,
  answered: 0,
  talkMs: 0,
  achieved: 0,
  optOuts: 0,
  ...change,
})

test('a worked example, figure by figure', () => {
  const made = figures(
    [
      lead('completed', 30, { conversed: true, achieved: true }),
      lead('completed', 10, { conversed: true }),
      lead('no_answer', 20),
      lead('skipped', 10, { contacted: false }),
      lead('retry', 15),
      lead('pending', 15, { contacted: false }),
    ],
    [
      call('answered', 40, { answered: 40, talkMs: 1_200_000, achieved: 30, optOuts: 2 }),
      call('voicemail', 10, { answered: 10, talkMs: 100_000 }),
      call('no_answer', 25),
      call('busy', 10),
      call('rejected', 5),
      call('failed', 5),
      call('invalid', 2),
      call('fax', 1, { answered: 1 }),
      call('interrupted', 2, { answered: 1 }),
    ],
  )
  expect(made).toEqual({
    total: 100,
    contacted: 75,
    remaining: 30,
    finished: 70,
    ended: 100,
    conversations: 40,
    talkMs: 1_300_000,
    goalsAchieved: 30,
    optOuts: 2,
    completion: 0.7,
    answerRate: 51 / 98,
    humanAnswerRate: 0.4,
    machineRate: 0.1,
    noAnswerRate: 0.25,
    busyRate: 0.1,
    rejectionRate: 0.05,
    invalidRate: 0.02,
    failureRate: 0.05,
    otherRate: 0.03,
    successRate: 40 / 60,
    conversionRate: 0.75,
    averageTalkMs: 25_000,
  })
})

test('over a divisor of zero there is no figure', () => {
  const { completion, answerRate, successRate, conversionRate, averageTalkMs, total } = figures([], [])
  expect([completion, answerRate, successRate, conversionRate, averageTalkMs]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect(total).toBe(0)
})

test('the shares of how calls ended add up to all of them', () => {
  const results = [
    'answered',
    'voicemail',
    'no_answer',
    'busy',
    'rejected',
    'invalid',
    'failed',
    'fax',
    'no_conversation',
    'abandoned',
    'interrupted',
  ] as const
  const made = figures(
    [],
    results.map((result, index) => call(result, index + 1)),
  )
  const {
    humanAnswerRate,
    machineRate,
    noAnswerRate,
    busyRate,
    rejectionRate,
    invalidRate,
    failureRate,
    otherRate,
  } = made
  const shares = [
    humanAnswerRate,
    machineRate,
    noAnswerRate,
    busyRate,
    rejectionRate,
    invalidRate,
    failureRate,
    otherRate,
  ]
  expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 10)
})

test('an hour begins on the hour, before 1970 too', () => {
  expect(hourOf(3_600_000 * 5 + 1)).toBe(3_600_000 * 5)
  expect(hourOf(-1)).toBe(-3_600_000)
})
