import { expect, test } from 'vitest'
import type { Notice } from '../../src-main/domain/notice.ts'
import { watchClock } from '../../src-main/hosts/watch-clock.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 23, 9)

function aWatch(lastWritten = 0) {
  const time = { wall: start, steady: 0 }
  const told: Notice[] = []
  const watch = watchClock({
    wall: () => time.wall,
    steady: () => time.steady,
    lastWritten,
    tell: notice => told.push(notice),
  })
  return {
    told,
    pass: (steady: number, wall = steady) => {
      time.steady += steady
      time.wall += wall
      watch.look()
    },
  }
}

test('desktop.md 4: a clock that is set back is noticed and said, once', () => {
  const { told, pass } = aWatch()
  pass(10_000)
  pass(10_000, -2 * 60 * minute)
  pass(10_000)
  expect(told.map(({ kind, title }) => [kind, title])).toEqual([
    ['clock_wrong', 'The clock was set back by 2 hours'],
  ])
  expect(told[0]?.text).toMatch(/Check date, time and time server/)
})

test('desktop.md 4: a clock that jumps forward is noticed', () => {
  const { told, pass } = aWatch()
  pass(10_000, 26 * 60 * minute)
  expect(told[0]?.title).toMatch(/^The clock went forward by 26 hours/)
})

test('what a time server mends in passing is no news', () => {
  const { told, pass } = aWatch()
  pass(10_000, 40_000)
  pass(10_000, -20_000)
  expect(told).toEqual([])
})

test('desktop.md 4: a clock that is behind the last entry on disk is noticed at the start', () => {
  expect(aWatch(start + 3 * 24 * 60 * minute).told[0]?.title).toBe(
    'The clock is 3 days behind the last entry',
  )
  expect(aWatch(start - minute).told).toEqual([])
})
