import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged, shifted, WEEK, weekTimes, weighed, without } from '../../src-main/domain/week-line.ts'

test('a window over midnight of Sunday goes on at Monday', () =>
  expect(weekTimes({ sun: [{ from: 1380, to: 60 }] })).toEqual([
    { from: 0, to: 60 },
    { from: WEEK - 60, to: WEEK },
  ]))

test('equal ends are a whole day, and seven of them the whole week', () => {
  const day = [{ from: 0, to: 0 }]
  expect(weekTimes({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })).toEqual([
    { from: 0, to: WEEK },
  ])
})

test('French lunch is what is left of 9 to 18 without 10 to 13 and 14 to 20', () =>
  expect(
    without(
      weekTimes({ mon: [{ from: 540, to: 1080 }] }),
      weekTimes({
        mon: [
          { from: 600, to: 780 },
          { from: 840, to: 1200 },
        ],
      }),
    ),
  ).toEqual([
    { from: 540, to: 600 },
    { from: 780, to: 840 },
  ]))

test('weights add up where times overlap, and are cut at midnight', () =>
  expect(
    weighed([
      { times: [{ from: 1400, to: 1500 }], weight: 2 },
      { times: [{ from: 1420, to: 1430 }], weight: 3 },
    ]),
  ).toEqual([
    { day: 'mon', from: 1400, to: 1420, weight: 2 },
    { day: 'mon', from: 1420, to: 1430, weight: 5 },
    { day: 'mon', from: 1430, to: 1440, weight: 2 },
    { day: 'tue', from: 0, to: 60, weight: 2 },
  ]))

const times = fc
  .array(fc.tuple(fc.nat(WEEK - 1), fc.nat(WEEK)).filter(([a, b]) => a < b))
  .map(pairs => merged(pairs.map(([from, to]) => ({ from, to }))))
const minutes = (all: readonly { from: number; to: number }[]) =>
  new Set(all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))

test('what is taken away, and what is left, are the whole, minute by minute', () =>
  fc.assert(
    fc.property(times, times, (all, others) => {
      const left = minutes(without(all, others))
      const taken = minutes(others)
      expect(left).toEqual(new Set([...minutes(all)].filter(minute => !taken.has(minute))))
    }),
    { numRuns: 25 },
  ))

test('a clock that is set ahead and back shows the same times', () =>
  fc.assert(
    fc.property(times, fc.integer({ min: -1500, max: 1500 }), (all, by) => {
      expect(shifted(shifted(all, by), -by)).toEqual(all)
    }),
    { numRuns: 50 },
  ))
