import { describe, expect, test } from 'vitest'
import { type CallRecord, judge } from '../../../src-main/hosts/rehearsal/judge.ts'
import type { LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'

const anna = '+493023125412'
const entry = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  sipCallId: 'a',
  number: anna,
  callerId: '+493023125000',
  act: 'busy',
  invitedAt: 1_000,
  rangAt: null,
  answeredAt: null,
  endedAt: 2_000,
  endedBy: 'rejected',
  code: 486,
  pressed: '',
  heardMs: 0,
  byeConfirmed: false,
  ...over,
})
const record = (over: Partial<CallRecord> = {}): CallRecord => ({
  sipCallId: 'a',
  number: anna,
  state: 'ended',
  result: 'busy',
  sentAt: 1_000,
  answeredAt: null,
  keys: '',
  ...over,
})
const done = [{ number: anna, status: 'no_answer' as const }]

describe('the carrier’s ledger judges the program’s records', () => {
  test('agreement is no mismatch', () =>
    expect(judge([entry()], [record()], done, 1)).toEqual({
      lost: 0,
      calledTwice: 0,
      stuck: 0,
      mismatches: 0,
      differences: [],
    }))

  test('a contact without a final status is lost, and so is one that vanished', () => {
    expect(judge([entry()], [record()], [{ number: anna, status: 'retry' }], 1).lost).toBe(1)
    expect(judge([entry()], [record()], done, 2).lost).toBe(1)
  })

  test('an INVITE without its record is a call twice and a mismatch', () =>
    expect(
      judge([entry(), entry({ sipCallId: 'b', invitedAt: 3_000, endedAt: 4_000 })], [record()], done, 1),
    ).toMatchObject({ calledTwice: 1, mismatches: 1 }))

  test('two calls to one number at the same time are a call twice even if both are recorded', () =>
    expect(
      judge(
        [entry(), entry({ sipCallId: 'b', invitedAt: 1_500 })],
        [record(), record({ sipCallId: 'b' })],
        done,
        1,
      ).calledTwice,
    ).toBe(1))

  test('a wrong result, a key that got lost, an answer that was not noticed', () => {
    expect(judge([entry()], [record({ result: 'no_answer' })], done, 1).differences[0]).toContain(
      'expected busy',
    )
    const answered = entry({ act: 'answers_and_presses', code: 200, answeredAt: 1_500, pressed: '12' })
    expect(
      judge([answered], [record({ result: 'answered', answeredAt: 1_500, keys: '1' })], done, 1)
        .differences[0],
    ).toContain('“12” were pressed')
    expect(judge([answered], [record({ result: 'answered', keys: '12' })], done, 1).mismatches).toBe(1)
  })

  test('a call that the crash interrupted need not have arrived', () =>
    expect(judge([], [record({ result: 'interrupted' })], done, 1).mismatches).toBe(0))

  test('a recorded call that the carrier never saw is a mismatch', () =>
    expect(judge([], [record()], done, 1).differences).toEqual([
      `${anna}: recorded as busy, the carrier saw no call`,
    ]))

  test('an open record is stuck', () =>
    expect(judge([entry()], [record({ state: 'ringing' })], done, 1).stuck).toBe(1))
})
