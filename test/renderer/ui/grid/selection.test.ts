import { describe, expect, test } from 'vitest'
import {
  chosenCount,
  everyRow,
  isChosen,
  noRows,
  withRows,
  withToggled,
} from '../../../../src-renderer/ui/grid/selection.ts'

describe('contacts §6: selection across pages', () => {
  test('one by one', () => {
    const two = withToggled(withToggled(noRows, 7), 9)
    expect(chosenCount(two, 1_000_000)).toBe(2)
    expect(isChosen(withToggled(two, 7), 7)).toBe(false)
  })

  test('all that match, but those that were left out, without a list of a million', () => {
    const most = withToggled(everyRow, 7)
    expect(chosenCount(most, 1_000_000)).toBe(999_999)
    expect(isChosen(most, 7)).toBe(false)
    expect(isChosen(most, 8)).toBe(true)
  })

  test('a range joins what was chosen, and takes back what was left out', () => {
    expect(chosenCount(withRows(withToggled(noRows, 1), [2, 3]), 100)).toBe(3)
    expect(chosenCount(withRows(withToggled(everyRow, 2), [2, 3]), 100)).toBe(100)
  })
})
