import { describe, expect, it } from 'vitest'
import { activeIndex } from '../../../../src-renderer/ui/grid/use-active-row.ts'

const keysOf = (keys: readonly (number | undefined)[]) => (index: number) => keys[index]
const was = { list: 'by status', index: 1, key: 7 }
const now = { list: 'by status', index: 1 }

describe('the active row', () => {
  it('is the same one after the rows moved', () => {
    expect(activeIndex(was, now, keysOf([5, 6, 7, 8]), 0, 4)).toBe(2)
    expect(activeIndex(was, now, keysOf([7, 8]), 0, 2)).toBe(0)
  })
  it('stays in its place while nothing moved, or while it is on its way', () => {
    expect(activeIndex(was, now, keysOf([6, 7, 8]), 0, 3)).toBe(1)
    expect(activeIndex(was, now, keysOf([6, undefined, 8]), 0, 3)).toBe(1)
  })
  it('stays in its place where its row is no longer drawn', () =>
    expect(activeIndex(was, now, keysOf([5, 6, 8, 7]), 0, 3)).toBe(1))
  it('is the one that somebody went to', () =>
    expect(activeIndex(was, { list: 'by status', index: 2 }, keysOf([6, 7, 8]), 0, 3)).toBe(2))
  it('is not looked for in another list', () =>
    expect(activeIndex(was, { list: 'by name', index: 1 }, keysOf([7, 8, 6]), 0, 3)).toBe(1))
})
