import { expect, test } from 'vitest'
import { hours, span, talk } from '../../../src-renderer/format/duration.ts'
import { ratio, share } from '../../../src-renderer/format/number.ts'

test('a share without a base is a dash, never a zero', () => expect(share(ratio(0, 0))).toBe('–'))

test('a share from few cases says that it is rough', () => {
  expect(share(1 / 3, 12)).toMatch(/^~33\s%$/)
  expect(share(0.374, 1_000)).toMatch(/^37[.,]4\s%$/)
})

test.each([
  [112_000, '1:52'],
  [9_000, '0:09'],
  [3_727_000, '1:02:07'],
  [-5, '0:00'],
])('talk time of %i ms reads %s', (ms, shown) => expect(talk(ms)).toBe(shown))

test.each([
  [183_600_000, '2 d 3 h'],
  [18_600_000, '5 h 10 min'],
  [86_405_000, '1 d'],
  [400, '0 s'],
])('a span of %i ms reads %s', (ms, shown) => expect(span(ms)).toBe(shown))

test('sums of talk time count hours beyond a day', () => expect(hours(486_540_000)).toBe('135:09'))
