import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  heights,
  type Scrolled,
  scrolledBy,
  scrolledTo,
  tallest,
  topToShow,
} from '../../../../src-renderer/ui/grid/scroll-scale.ts'

const view = 800
const few = heights(1_000, 28, view)
const million = heights(1_000_000, 28, view)

test('contacts §6, a million rows scroll: the bar is never taller than browsers can draw', () => {
  expect(million).toEqual({ rows: 28_000_000, space: tallest, view })
})

test('a list that fits moves px by px with its bar', () => {
  expect(scrolledBy({ bar: 0, top: 0 }, 12_345, few)).toEqual({ bar: 12_345, top: 12_345 })
})

test('in a million rows the wheel still moves px by px', () => {
  const middle = scrolledTo(14_000_000, million)
  const next = scrolledBy(middle, middle.bar + 100, million)
  expect(next.top).toBe(14_000_100)
})

test('pulling the bar to its end shows the last row, to its start the first', () => {
  expect(scrolledBy({ bar: 0, top: 0 }, tallest - view, million).top).toBe(28_000_000 - view)
  expect(scrolledBy(scrolledTo(28_000_000, million), 0, million).top).toBe(0)
})

test('any row can be brought into view, wholly and with the least way', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.nat(27_999_200), (index, top) => {
      const shown = scrolledTo(topToShow(index, 28, top, view), million).top
      expect(index * 28).toBeGreaterThanOrEqual(shown)
      expect((index + 1) * 28).toBeLessThanOrEqual(shown + view)
    }),
  )
})

test('whatever wheel and bar do, each row can be reached: no end is met before the last row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: -700, max: 700 }), fc.integer({ min: 0, max: tallest })), {
        maxLength: 60,
      }),
      steps => {
        let at: Scrolled = { bar: 0, top: 0 }
        for (const step of steps) {
          const bar = Math.abs(step) <= 700 ? at.bar + step : step
          at = scrolledBy(at, Math.min(tallest - view, Math.max(0, bar)), million)
          expect(at.top).toBeGreaterThanOrEqual(0)
          expect(at.top).toBeLessThanOrEqual(28_000_000 - view)
        }
        if (at.bar <= 0) expect(at.top).toBe(0)
        if (at.bar >= tallest - view) expect(at.top).toBe(28_000_000 - view)
      },
    ),
  )
})
