import { expect, test } from 'vitest'
import { mends } from '../../../src-renderer/ui/launch/run-change.ts'

test('at a restart a missing point counts as mended only where its own setting is changed', () => {
  expect(mends(['trunks'], 'trunk')).toBe(true)
  expect(mends(['name', 'notes', 'agent'], 'trunk')).toBe(false)
  expect(mends(['agent'], 'agent')).toBe(true)
  expect(mends(['trunks', 'name'], 'agent')).toBe(false)
  expect(mends(['numbers'], 'numbers')).toBe(true)
  expect(mends(['settings.rotation'], 'numbers')).toBe(false)
  expect(mends(['schedule.endsAt'], 'schedule')).toBe(true)
  expect(mends(['businessHours'], 'schedule')).toBe(true)
  expect(mends(['agent', 'trunks', 'numbers', 'schedule.endsAt'], 'contacts')).toBe(false)
})
