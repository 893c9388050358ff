import { describe, expect, test } from 'vitest'
import {
  countStep,
  isUnsure,
  neighbour,
  rateStep,
  shownHours,
} from '../../../src-renderer/features/campaign/dashboard/heatmap/cells.ts'

const cell = (day: number, hour: number, people = 10, calls = 40) => ({ day, hour, people, calls })

describe('design.md §5: the scale of the heatmap', () => {
  test.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [10, 1],
    [11, 2],
    [13, 3],
    [15, 4],
    [17, 5],
    [19, 6],
    [40, 6],
  ])('%i of 40 calls answered stand on step %i', (people, step) => {
    expect(rateStep(cell(1, 9, people))).toBe(step)
  })

  test('counts divide what there is', () => {
    expect([0, 10, 99, 100].map(people => countStep(cell(1, 9, people, 200), 100))).toEqual([0, 0, 6, 6])
    expect(countStep(cell(1, 9, 0), 0)).toBe(0)
  })

  test('monitoring.md §2: cells with few calls are marked as unsure', () => {
    expect(isUnsure(cell(1, 9, 5, 19))).toBe(true)
    expect(isUnsure(cell(1, 9, 5, 20))).toBe(false)
  })
})

test('the working day is shown, and hours outside it that had calls', () => {
  expect(shownHours([cell(1, 10)])).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  expect(shownHours([cell(1, 6), cell(2, 21)])).toHaveLength(16)
})

describe('design.md §11: nothing needs the mouse, the arrow keys go from cell to cell', () => {
  const cells = [cell(1, 9), cell(1, 12), cell(2, 9), cell(5, 9), cell(5, 14)]

  test.each([
    ['ArrowRight', { day: 1, hour: 9 }, { day: 1, hour: 12 }],
    ['ArrowLeft', { day: 5, hour: 14 }, { day: 5, hour: 9 }],
    ['ArrowDown', { day: 2, hour: 9 }, { day: 5, hour: 9 }],
    ['ArrowUp', { day: 5, hour: 9 }, { day: 2, hour: 9 }],
    ['Home', { day: 5, hour: 14 }, { day: 5, hour: 9 }],
    ['End', { day: 1, hour: 9 }, { day: 1, hour: 12 }],
  ])('%s leaves hours without calls out', (key, from, to) => {
    expect(neighbour(cells, from, key)).toMatchObject(to)
  })

  test('at the edge and with other keys it stays', () => {
    expect(neighbour(cells, { day: 1, hour: 12 }, 'ArrowRight')).toBeUndefined()
    expect(neighbour(cells, { day: 1, hour: 12 }, 'a')).toBeUndefined()
  })
})
