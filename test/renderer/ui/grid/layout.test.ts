import { describe, expect, test } from 'vitest'
import {
  asProposed,
  droppedAt,
  fitting,
  inOrder,
  moved,
  shownInOrder,
  tracksOf,
  widest,
  withPinned,
  withShown,
  withWidth,
} from '../../../../src-renderer/ui/grid/layout.ts'

const columns = [
  { id: 'name', width: 200, pinned: true, always: true },
  { id: 'number', width: 180 },
  { id: 'zone', width: 120, hidden: true },
  { id: 'calls', width: 80, grows: true },
]
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ')

describe('contacts §6: columns can be chosen, ordered, resized, pinned', () => {
  test('chosen: a hidden one comes in at its place, and the one that names the row stays', () => {
    expect(ids(shownInOrder(columns, asProposed))).toBe('name number calls')
    const layout = withShown(withShown(asProposed, 'zone', true), 'name', false)
    expect(ids(shownInOrder(columns, layout))).toBe('name number zone calls')
  })

  test('ordered: one step passes the next shown column, hidden ones are no step', () => {
    const layout = moved(asProposed, columns, 'calls', -1)
    expect(ids(shownInOrder(columns, layout))).toBe('name calls number')
    expect(ids(shownInOrder(columns, moved(layout, columns, 'calls', 1)))).toBe('name number calls')
  })

  test('ordered: nothing passes out of the pinned part, nor beyond the ends', () => {
    expect(moved(asProposed, columns, 'number', -1)).toBe(asProposed)
    expect(moved(asProposed, columns, 'calls', 1)).toBe(asProposed)
  })

  test('ordered: a column that came later stands behind its neighbour', () => {
    const layout = moved(asProposed, columns, 'calls', -1)
    const more = [...columns.slice(0, 2), { id: 'language', width: 90 }, ...columns.slice(2)]
    expect(ids(inOrder(more, layout))).toBe('name calls number language zone')
  })

  test('ordered: dropped before or behind another one, wherever that stands', () => {
    const first = droppedAt(asProposed, columns, 'calls', 'number', 'before')
    expect(ids(shownInOrder(columns, first))).toBe('name calls number')
    const behind = droppedAt(first, columns, 'calls', 'number', 'after')
    expect(ids(shownInOrder(columns, behind))).toBe('name number calls')
    expect(droppedAt(asProposed, columns, 'calls', 'calls', 'after')).toBe(asProposed)
    expect(droppedAt(asProposed, columns, 'calls', 'gone', 'after')).toBe(asProposed)
  })

  test('pinned: dropped before what stays at the left, it stays there too; dropped among the others it scrolls', () => {
    const pinned = droppedAt(asProposed, columns, 'calls', 'name', 'before')
    expect(ids(shownInOrder(columns, pinned))).toBe('calls name number')
    expect(tracksOf(shownInOrder(columns, pinned), pinned, 0, 12).lefts).toEqual([0, 80])
    const loose = droppedAt(pinned, columns, 'calls', 'number', 'after')
    expect(ids(shownInOrder(columns, loose))).toBe('name number calls')
    expect(tracksOf(shownInOrder(columns, loose), loose, 0, 12).lefts).toEqual([0])
  })

  test('pinned: behind the last that stays, it is the first of those that scroll', () => {
    const layout = droppedAt(asProposed, columns, 'calls', 'name', 'after')
    expect(ids(shownInOrder(columns, layout))).toBe('name calls number')
    expect(tracksOf(shownInOrder(columns, layout), layout, 0, 12).lefts).toEqual([0])
  })

  test('pinned: goes to the left of all that scroll', () => {
    expect(ids(shownInOrder(columns, withPinned(asProposed, 'calls', true)))).toBe('name calls number')
  })

  test('pinned: only the last one may take what is left, so that none covers another', () => {
    const growing = columns.map(column => ({ ...column, grows: true }))
    const layout = withPinned(asProposed, 'calls', true)
    expect(tracksOf(shownInOrder(growing, layout), layout, 0, 12)).toEqual({
      template: '200px minmax(80px, 1fr) minmax(180px, 1fr) 12px',
      width: 472,
      lefts: [0, 200],
    })
  })

  test('in a narrow window columns give way in their order, until the others fit; what was chosen stays', () => {
    const yielding = [
      { id: 'name', width: 200 },
      { id: 'number', width: 180, yields: 2 },
      { id: 'zone', width: 120, yields: 1 },
      { id: 'calls', width: 80, yields: 3 },
    ]
    const at = (room: number, layout = asProposed) => ids(fitting(yielding, layout, room, 40))
    expect(at(Number.POSITIVE_INFINITY)).toBe('name number zone calls')
    expect(at(620)).toBe('name number zone calls')
    expect(at(619)).toBe('name number calls')
    expect(at(499)).toBe('name calls')
    expect(at(100)).toBe('name')
    expect(at(499, withShown(asProposed, 'zone', true))).toBe('name zone calls')
    expect(at(620, withWidth(asProposed, 'calls', 81))).toBe('name number calls')
  })

  test('resized: a column that was given a width no longer takes what is left', () => {
    expect(tracksOf(shownInOrder(columns, asProposed), asProposed, 40, 60)).toEqual({
      template: '40px 200px 180px minmax(80px, 1fr) 60px',
      width: 560,
      lefts: [40],
    })
    const layout = withWidth(asProposed, 'calls', 9_999)
    expect(tracksOf(shownInOrder(columns, layout), layout, 0, 12).template).toBe(
      `200px 180px ${widest}px minmax(12px, 1fr)`,
    )
    expect(withWidth(layout, 'calls', undefined)).toEqual(asProposed)
  })
})
