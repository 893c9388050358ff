import { describe, expect, test } from 'vitest'
import {
  type ConsentRecord,
  consentHeld,
  strictestConsent,
} from '../../../src-main/domain/compliance/consent.ts'

const DAY = 86_400_000
const now = Date.UTC(2026, 10, 22)
const given = (more: Partial<ConsentRecord> = {}): ConsentRecord => ({
  kind: 'express',
  purpose: null,
  givenAt: now - 100 * DAY,
  expiresAt: null,
  withdrawnAt: null,
  ...more,
})
const held = (records: readonly ConsentRecord[], need: 'none' | 'express' | 'express_written' = 'express') =>
  consentHeld(records, 'marketing', need, now)

describe('consent, per purpose', () => {
  test('none is asked for: nobody needs a record', () => expect(held([], 'none')).toBe(true))
  test('no matching record', () => expect(held([])).toBe(false))
  test('for any purpose, or for this one', () => {
    expect(held([given()])).toBe(true)
    expect(held([given({ purpose: 'marketing' })])).toBe(true)
    expect(held([given({ purpose: 'survey' })])).toBe(false)
  })
  test('written consent is express, express consent is not written', () => {
    expect(held([given({ kind: 'express_written' })])).toBe(true)
    expect(held([given()], 'express_written')).toBe(false)
    expect(held([given({ kind: 'express_written' })], 'express_written')).toBe(true)
  })
  test('an existing relation is not express', () => {
    expect(held([given({ kind: 'existing_relation' })])).toBe(false)
    expect(held([given({ kind: 'existing_relation' })], 'none')).toBe(true)
  })
  test('it expires to the millisecond', () => {
    expect(held([given({ expiresAt: now + 1 })])).toBe(true)
    expect(held([given({ expiresAt: now })])).toBe(false)
  })
  test('it counts from when it was given', () => {
    expect(held([given({ givenAt: now })])).toBe(true)
    expect(held([given({ givenAt: now + 1 })])).toBe(false)
  })
  test('withdrawn', () => {
    expect(held([given({ withdrawnAt: now })])).toBe(false)
    expect(held([given({ withdrawnAt: now + 1 })])).toBe(true)
  })
  test('a withdrawal ends older consents to the same purpose, wherever it is noted', () => {
    const withdrawn = given({ kind: 'express_written', withdrawnAt: now - DAY })
    expect(held([given(), withdrawn])).toBe(false)
    expect(held([given(), given({ purpose: 'survey', withdrawnAt: now - DAY })])).toBe(true)
  })
  test('a consent given after a withdrawal counts again', () =>
    expect(held([given({ withdrawnAt: now - 2 * DAY }), given({ givenAt: now - DAY })])).toBe(true))
})

test('the strictest of two needs', () => {
  expect(strictestConsent('none', 'express')).toBe('express')
  expect(strictestConsent('express_written', 'express')).toBe('express_written')
  expect(strictestConsent('none', 'none')).toBe('none')
})
