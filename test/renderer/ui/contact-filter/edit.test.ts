import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ContactFilter,
  type FilterField,
  fieldKinds,
  filterLimits,
  operatorsOf,
} from '../../../../src-main/contract/contact-fields.ts'
import { contactFilter } from '../../../../src-main/contract/contact-query.ts'
import {
  added,
  countOf,
  everybody,
  freshCondition,
  isWhole,
  readFilter,
  removed,
  replaced,
  whole,
  withMatch,
  withOp,
} from '../../../../src-renderer/ui/contact-filter/edit.ts'
import { fieldGroups } from '../../../../src-renderer/ui/contact-filter/fields.ts'

const name = { field: 'name', op: 'contains', value: 'an' } as const
const flag = { field: 'optedOut', op: 'no' } as const
const nested: ContactFilter = { match: 'all', of: [name, { match: 'any', of: [flag, name] }] }
const fields = Object.keys(fieldKinds) as FilterField[]

describe('contacts §2: segments are built in a visual filter builder', () => {
  test('every field that can be filtered by stands in the menu, once', () => {
    const offered = Object.values(fieldGroups).flat()
    expect(offered.toSorted()).toEqual(fields.toSorted())
  })

  test('each comparison of each field makes a condition that the engine reads once it has a value', () => {
    for (const field of fields)
      for (const op of operatorsOf(field)) {
        const fresh = freshCondition(field, op)
        const filled = {
          ...fresh,
          ...('key' in fresh && { key: 'city' }),
          ...('value' in fresh && fresh.value === '' && { value: 'x' }),
          ...('value' in fresh && Array.isArray(fresh.value) && { value: ['DE', 3] }),
        } as typeof fresh
        expect(isWhole(filled), `${field} ${op}`).toBe(true)
        const filter: ContactFilter = { match: 'all', of: [filled] }
        expect(contactFilter.safeParse(filter).success, `${field} ${op}`).toBe(true)
        expect(readFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter)
      }
  })

  test('groups are changed in their place, and go when nothing is left in them', () => {
    expect(withMatch(nested, [1], 'all').of[1]).toMatchObject({ match: 'all' })
    expect(added(nested, [1], flag).of[1]).toMatchObject({ of: [flag, name, flag] })
    expect(replaced(nested, [1, 0], name).of[1]).toMatchObject({ of: [name, name] })
    expect(removed(removed(nested, [1, 1]), [1, 0])).toEqual({ match: 'all', of: [name] })
    expect(removed(removed(nested, [1]), [0])).toEqual(everybody)
  })

  test('what has no value yet is not asked for', () => {
    const half = added(nested, [1], freshCondition('tag'))
    expect(countOf(half)).toBe(4)
    expect(whole(half)).toEqual(nested)
    expect(whole({ match: 'all', of: [freshCondition('tag')] })).toBeNull()
  })

  test('another comparison keeps the value where it means the same', () => {
    expect(withOp({ field: 'calls', op: 'at_least', value: 3 }, 'at_most')).toMatchObject({ value: 3 })
    expect(withOp({ field: 'lastCalled', op: 'before', value: 1e12 }, 'within_days')).toMatchObject({
      value: 30,
    })
    expect(withOp({ field: 'lastCalled', op: 'within_days', value: 7 }, 'not_within_days')).toMatchObject({
      value: 7,
    })
  })
})

describe('design §2: every filter is in the address', () => {
  test('whatever was typed there, what is read is a filter that the engine takes, or nothing', () => {
    const junk = fc.letrec(tie => ({
      part: fc.oneof(
        fc.record({
          field: fc.constantFrom(...fields, 'nonsense'),
          op: fc.constantFrom('is', 'one_of', 'at_least', 'before', 'yes', 'drop'),
          value: fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.constant(null)),
        }),
        tie('group'),
      ),
      group: fc.record({
        match: fc.constantFrom('all', 'any', 'none'),
        of: fc.array(tie('part'), { maxLength: 3 }),
      }),
    })).group
    fc.assert(
      fc.property(junk, raw => {
        const read = readFilter(raw)
        if (read) expect(contactFilter.safeParse(read).success).toBe(true)
      }),
    )
  })

  test('deeper than the engine reads is nothing', () => {
    let deep: ContactFilter = { match: 'all', of: [flag] }
    for (let depth = 1; depth < filterLimits.depth; depth++) deep = { match: 'any', of: [deep] }
    expect(readFilter(deep)).toEqual(deep)
    expect(readFilter({ match: 'all', of: [deep] })).toBeUndefined()
  })
})
