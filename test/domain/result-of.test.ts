import { describe, expect, test } from 'vitest'
import { type CallEndFacts, type ResultOfCall, resultOf } from '../../src-main/domain/result-of.ts'

const refusal = (facts: Partial<CallEndFacts>): CallEndFacts => ({
  code: 0,
  q850: null,
  by: 'them',
  rang: false,
  heardFrom: true,
  ...facts,
})
const failed = (failure: ResultOfCall['failure'], mayHaveRung = true) => ({
  result: 'failed',
  failure,
  mayHaveRung,
})
const told = (result: ResultOfCall['result']) => ({ result, mayHaveRung: true })

describe('result of a call, by the table of telephony section 3', () => {
  test.each([
    [486, 'busy'],
    [600, 'busy'],
    [480, 'no_answer'],
    [408, 'no_answer'],
    [404, 'invalid'],
    [410, 'invalid'],
    [484, 'invalid'],
    [604, 'invalid'],
    [603, 'rejected'],
    [607, 'rejected'],
    [608, 'rejected'],
    [433, 'rejected'],
  ] as const)('%i means %s', (code, result) => expect(resultOf(refusal({ code }))).toEqual(told(result)))

  test.each([
    [17, 'busy'],
    [18, 'no_answer'],
    [19, 'no_answer'],
    [1, 'invalid'],
    [28, 'invalid'],
    [21, 'rejected'],
  ] as const)('Q.850 cause %i means %s, whatever status is beside it', (q850, result) => {
    expect(resultOf(refusal({ code: 503, q850 }))).toEqual(told(result))
    expect(resultOf(refusal({ code: 480, q850 }))).toEqual(told(result))
  })

  test.each([34, 38, 41, 42])('Q.850 cause %i is congestion, even beside a 486', q850 =>
    expect(resultOf(refusal({ code: 486, q850 }))).toEqual(failed('congestion')),
  )

  test.each([500, 502, 504])('%i is congestion, to be tried again', code =>
    expect(resultOf(refusal({ code }))).toEqual(failed('congestion')),
  )

  test.each([488, 606, 415])('%i is about media', code =>
    expect(resultOf(refusal({ code }))).toEqual(failed('media')),
  )

  test.each([401, 407, 403])('%i is about our credentials and uses up no attempt', code =>
    expect(resultOf(refusal({ code }))).toEqual(failed('credentials', false)),
  )

  test('403 after ringing, or with Q.850 21, is a person who declined', () => {
    expect(resultOf(refusal({ code: 403, rang: true }))).toEqual(told('rejected'))
    expect(resultOf(refusal({ code: 403, q850: 21 }))).toEqual(told('rejected'))
  })

  test('503 is the trunk and uses up no attempt, unless the phone had rung', () => {
    expect(resultOf(refusal({ code: 503 }))).toEqual(failed('trunk', false))
    expect(resultOf(refusal({ code: 503, rang: true }))).toEqual(failed('trunk', true))
  })

  test('a peer that says nothing is the trunk and uses up no attempt', () =>
    expect(resultOf(refusal({ by: 'unreachable', heardFrom: false }))).toEqual(failed('trunk', false)))

  test('so is one that says nothing until our ring time is over', () =>
    expect(resultOf(refusal({ by: 'timeout', heardFrom: false }))).toEqual({
      ...failed('trunk', false),
      silent: true,
    }))

  test('a call that we took back before anything was heard has rung nobody', () =>
    expect(resultOf(refusal({ by: 'us', heardFrom: false }))).toEqual({
      result: 'no_answer',
      mayHaveRung: false,
    }))

  test('our own ring timeout is no answer, with its 487 or without', () => {
    expect(resultOf(refusal({ code: 487, by: 'timeout', rang: true }))).toEqual(told('no_answer'))
    expect(resultOf(refusal({ by: 'timeout', rang: true }))).toEqual(told('no_answer'))
  })

  test('a 487 that nobody here asked for failed for other reasons', () =>
    expect(resultOf(refusal({ code: 487 }))).toEqual(failed('other')))

  test.each([302, 420, 513])('%i, and whatever is not in the table, failed for other reasons', code =>
    expect(resultOf(refusal({ code }))).toEqual(failed('other')),
  )

  test('a cause that says nothing of its own leaves the word to the status', () =>
    expect(resultOf(refusal({ code: 486, q850: 16 }))).toEqual(told('busy')))

  test('an answered call is answered, whoever hung up', () => {
    expect(resultOf(refusal({ code: 200, by: 'them', q850: 16, rang: true }))).toEqual(told('answered'))
    expect(resultOf(refusal({ code: 200, by: 'us', rang: true }))).toEqual(told('answered'))
  })
})
