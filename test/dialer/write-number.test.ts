import { expect, test } from 'vitest'
import { writeNumber } from '../../src-main/dialer/write-number.ts'

test('a number keeps its plus where the trunk wants it', () =>
  expect(writeNumber('+4930231254120', 'e164_plus')).toBe('+4930231254120'))

test('a number loses its plus where the trunk wants digits only', () =>
  expect(writeNumber('+4930231254120', 'e164')).toBe('4930231254120'))

test.each([
  '',
  '4930231254120',
  '+049302312',
  '+49 30 2312',
  '+1234567890123456',
  '+49301@evil.example',
  '+4930\r\nX: y',
])('%j is dialled in no form', number => expect(writeNumber(number, 'e164_plus')).toBeNull())
