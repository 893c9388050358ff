import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callResults } from '../../src-main/domain/call-result.ts'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'
import { finalLeadStatuses } from '../../src-main/domain/lead.ts'
import {
  type EndedCall,
  MOST_UNRUNG,
  nextPhone,
  nextStep,
  unrungWaitMs,
} from '../../src-main/domain/retry.ts'

const MINUTE = 60_000
const fresh = { attempts: 0, unrung: 0 }
const ended = (change: Partial<EndedCall>): EndedCall => ({
  result: 'no_answer',
  failure: null,
  mayHaveRung: true,
  sipCode: 0,
  optedOut: false,
  ...change,
})
const stepAfter = (change: Partial<EndedCall>, before = fresh, maxRetries = 2) =>
  nextStep(ended(change), before, { ...campaignDefaults, maxRetries })

test.each([
  ['no_answer', 60],
  ['busy', 15],
  ['rejected', 60],
  ['voicemail', 240],
  ['no_conversation', 60],
  ['interrupted', 60],
  ['abandoned', 60],
] as const)('%s with attempts left is tried again after %i minutes', (result, minutes) => {
  expect(stepAfter({ result })).toEqual({
    is: 'retry',
    tries: { attempts: 1, unrung: 0 },
    afterMs: minutes * MINUTE,
    hold: 'retry_interval',
    agreedAt: null,
  })
})

test('a failure by congestion is tried again after 10 minutes, any other after the retry interval', () => {
  expect(stepAfter({ result: 'failed', failure: 'congestion' })).toMatchObject({ afterMs: 10 * MINUTE })
  expect(stepAfter({ result: 'failed', failure: 'media' })).toMatchObject({ afterMs: 60 * MINUTE })
})

test.each([
  [{ result: 'answered' }, 'completed'],
  [{ result: 'invalid' }, 'failed'],
  [{ result: 'fax' }, 'no_conversation'],
  [{ result: 'rejected', sipCode: 607 }, 'no_answer'],
  [{ result: 'rejected', sipCode: 608 }, 'no_answer'],
  [{ result: 'no_conversation', optedOut: true }, 'no_conversation'],
] as const)('%o is final at once, with attempts left', (change, status) => {
  expect(stepAfter(change)).toMatchObject({ is: 'final', status, tries: { attempts: 1 } })
})

test.each([
  ['voicemail', 'no_conversation'],
  ['abandoned', 'no_conversation'],
  ['no_conversation', 'no_conversation'],
  ['no_answer', 'no_answer'],
  ['busy', 'no_answer'],
  ['rejected', 'no_answer'],
  ['failed', 'failed'],
  ['interrupted', 'failed'],
] as const)('%s on the last attempt ends as %s', (result, status) => {
  expect(stepAfter({ result }, { attempts: 2, unrung: 0 })).toEqual({
    is: 'final',
    status,
    tries: { attempts: 3, unrung: 0 },
  })
})

test('what cannot have rung uses up no attempt; the wait doubles from one minute to thirty', () => {
  const refused = { result: 'failed', failure: 'trunk', mayHaveRung: false } as const
  expect(stepAfter(refused)).toMatchObject({
    is: 'retry',
    tries: { attempts: 0, unrung: 1 },
    afterMs: MINUTE,
  })
  expect(stepAfter({ ...refused, sipCode: 503 })).toMatchObject({ hold: 'trunk_refused' })
  expect(stepAfter(refused)).toMatchObject({ hold: 'peer_silent' })
  expect([1, 2, 3, 4, 5, 6, 7].map(count => unrungWaitMs(count) / MINUTE)).toEqual([1, 2, 4, 8, 16, 30, 30])
})

test('a contact that the trunk always refuses ends as failed in the end', () => {
  const refused = { result: 'failed', failure: 'trunk', mayHaveRung: false } as const
  expect(stepAfter(refused, { attempts: 1, unrung: MOST_UNRUNG - 1 })).toEqual({
    is: 'final',
    status: 'failed',
    tries: { attempts: 1, unrung: MOST_UNRUNG },
  })
})

test('a wrong number counts though its phone cannot have rung', () => {
  expect(stepAfter({ result: 'invalid', mayHaveRung: false })).toMatchObject({ tries: { attempts: 1 } })
})

test('campaigns.md 10 line 1: a voicemail on which the message was left ends the retries', () => {
  expect(stepAfter({ result: 'voicemail', messageLeft: true })).toMatchObject({
    is: 'final',
    status: 'no_conversation',
  })
})

test('campaigns.md 10 line 14: an agreed call back is one attempt beyond the retries', () => {
  const callBackAt = 5_000
  const used = { attempts: 2, unrung: 0 }
  expect(stepAfter({ result: 'answered', callBackAt }, used)).toMatchObject({
    is: 'retry',
    hold: 'agreed_time',
    agreedAt: callBackAt,
  })
  expect(stepAfter({ result: 'answered' }, { attempts: 3, unrung: 0 })).toMatchObject({ status: 'completed' })
})

test('who opts out is not called back, whatever was agreed before', () =>
  expect(stepAfter({ result: 'answered', callBackAt: 5_000, optedOut: true })).toMatchObject({ is: 'final' }))

describe('campaigns.md 10 line 15: further numbers of a contact', () => {
  const phones = ['+491', '+492', '+493'].map((number, position) => ({ number, position }))
  const next = (last: number, wrong: string[] = []) => nextPhone(phones, last, wrong)?.number ?? null

  test('a wrong number gives way to the next one at once, while attempts are left', () => {
    const before = { ...fresh, hasOtherNumber: true }
    expect(stepAfter({ result: 'invalid' }, before)).toMatchObject({ is: 'retry', afterMs: 0, hold: null })
    expect(stepAfter({ result: 'invalid' }, { ...before, attempts: 2 })).toMatchObject({ is: 'final' })
  })
  test('otherwise they take turns', () =>
    expect([next(0), next(1), next(2)]).toEqual(['+492', '+493', '+491']))
  test('a number that is known to be wrong is left out', () => expect(next(0, ['+492'])).toBe('+493'))
  test('none is left when all are wrong', () => expect(next(0, ['+491', '+492', '+493'])).toBeNull())
})

test('whatever happens, a contact is called at most retries + 1 times and reaches a final status', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 }),
      fc.array(
        fc.record({
          result: fc.constantFrom(...callResults),
          mayHaveRung: fc.boolean(),
          sipCode: fc.constantFrom(0, 486, 603, 607),
        }),
        { minLength: 200, maxLength: 200 },
      ),
      (maxRetries, calls) => {
        let before = fresh
        for (const call of calls) {
          const step = stepAfter(call, before, maxRetries)
          expect(step.tries.attempts).toBeLessThanOrEqual(maxRetries + 1)
          if (step.is === 'final') {
            expect(finalLeadStatuses).toContain(step.status)
            return
          }
          expect(step.is === 'retry' && step.afterMs).toBeGreaterThan(0)
          before = step.tries
        }
        expect.unreachable('never final')
      },
    ),
  ))
