import { expect, test } from 'vitest'
import { killImports } from '../../faults/import/kill-imports.ts'

test('contacts.md §3, killed at any moment an import leaves no trace or is finished after restart, and says which', async () => {
  const { faults, whole, absent } = await killImports({ times: 4, seed: 7, rows: 6_000 }, () => {})
  expect(faults).toEqual([])
  expect(whole + absent).toBe(4)
}, 180_000)
