import { expect, test } from 'vitest'
import { fieldDate, fieldNumber } from '../../src-main/domain/field-value.ts'

test.each([
  ['12', 12],
  [' 12,5 ', 12.5],
  ['-0.25', -0.25],
  ['+7', 7],
  ['', null],
  ['12 EUR', null],
  ['1e9', null],
  ['1.234,5', null],
  ['٣', null],
])('the text %j of a field is the number %j', (text, number) => expect(fieldNumber(text)).toBe(number))

test.each([
  ['2026-11-26', Date.UTC(2026, 10, 26)],
  ['26.11.2026', Date.UTC(2026, 10, 26)],
  ['1.3.2026 9:05', Date.UTC(2026, 2, 1, 9, 5)],
  ['2026-11-26T09:00', Date.UTC(2026, 10, 26, 9)],
  ['2026-11-26 09:00:59', Date.UTC(2026, 10, 26, 9)],
  ['2026-02-30', null],
  ['2026-11-26 24:00', null],
  ['11/26/2026', null],
  ['tomorrow', null],
])('the text %j of a field is the time %j', (text, at) => expect(fieldDate(text)).toBe(at))
