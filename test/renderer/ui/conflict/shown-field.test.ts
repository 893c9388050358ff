import { expect, test } from 'vitest'
import { shownField } from '../../../../src-renderer/ui/conflict/shown-field.ts'

test('two lists of as many words are told apart; of other lists it is said how long they are', () => {
  expect(shownField(['VIP', 'Berlin'])).toBe('VIP, Berlin')
  expect(shownField([])).toBe('none')
  expect(shownField([{ on: '2026-12-24' }, { on: '2026-12-31' }])).toBe('2 entries')
})
