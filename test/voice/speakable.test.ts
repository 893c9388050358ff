import { expect, test } from 'vitest'
import { hasWords, speakable } from '../../src-main/voice/speakable.ts'

test('names keep their letters when they lose their accents', () =>
  expect(speakable('José Müller, Łukasz Groß and Øystein')).toBe('Jose Muller, lukasz Gross and oystein'))

test('control characters and right-to-left marks are not read out', () =>
  expect(speakable('a\u0000b\u202Ec\u200Fd')).toBe('abcd'))

test('a word without end is cut', () => expect(speakable(`Hi ${'x'.repeat(5000)}`).length).toBeLessThan(50))

test('a text without end is cut', () =>
  expect(speakable('word '.repeat(5000)).length).toBeLessThanOrEqual(2000))

test('punctuation alone is nothing to say, a name in another script is', () => {
  expect(hasWords(' … .')).toBe(false)
  expect(hasWords('王小明')).toBe(true)
})
