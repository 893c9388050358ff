import { expect, test } from 'vitest'
import { launchDefaults } from '../../../src-main/domain/launch.ts'
import { firstCalled, withExclude } from '../../../src-renderer/ui/launch/choices.ts'

test('a test calls no more than there are', () => {
  expect(firstCalled({ ...launchDefaults, testContacts: 10 }, 2_009)).toBe(10)
  expect(firstCalled({ ...launchDefaults, testContacts: 10 }, 4)).toBe(4)
  expect(firstCalled(launchDefaults, 4)).toBe(4)
})

test('one line of the subtraction changes without the others', () => {
  const { exclude } = withExclude(launchDefaults, { texted: true })
  expect(exclude).toEqual({ ...launchDefaults.exclude, texted: true })
})
