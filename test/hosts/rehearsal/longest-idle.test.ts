import { expect, test } from 'vitest'
import { createIdleWatch } from '../../../src-main/hosts/rehearsal/longest-idle.ts'

const minute = 60_000
const jump = (from: number, until: number, reason = 'outside-hours') => ({
  from: from * minute,
  until: until * minute,
  reason,
  text: reason,
})

test('the longest time without a call is told with its reason', () => {
  const idles = createIdleWatch()
  idles.jumped(jump(0, 10, 'retry-later'))
  idles.called()
  idles.jumped(jump(11, 40))
  expect(idles.longest()).toEqual(jump(11, 40))
})

test('a time that is looked at several times for one reason is one; a call between makes two', () => {
  const idles = createIdleWatch()
  idles.jumped(jump(0, 10))
  idles.jumped(jump(10, 25))
  expect(idles.longest()).toEqual(jump(0, 25))
  idles.called()
  idles.jumped(jump(26, 40))
  expect(idles.longest()).toEqual(jump(0, 25))
})

test('pauses under five minutes are pacing, as in a forecast', () => {
  const idles = createIdleWatch()
  idles.jumped(jump(0, 4, 'interval'))
  expect(idles.longest()).toBeNull()
})
