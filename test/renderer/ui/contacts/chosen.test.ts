import { expect, test } from 'vitest'
import { chosenOf } from '../../../../src-renderer/ui/contacts/bulk/chosen.ts'
import { everyRow, noRows, withToggled } from '../../../../src-renderer/ui/grid/selection.ts'

test('contacts §6, bulk actions: what was selected is told as ids, or as the query with what was left out', () => {
  const query = { scope: { of: 'all' }, search: 'an', filter: null } as const
  expect(chosenOf(noRows, query, 9)).toBeUndefined()
  expect(chosenOf(withToggled(noRows, 7), query, 9)).toEqual({ selection: { contacts: [7] }, contacts: 1 })
  expect(chosenOf(withToggled(everyRow, 7), query, 1_000_000)).toEqual({
    selection: { query, except: [7] },
    contacts: 999_999,
  })
})
