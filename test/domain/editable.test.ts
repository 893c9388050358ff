import { expect, test } from 'vitest'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'
import { campaignStateNames } from '../../src-main/domain/campaign-state.ts'
import { editableIn, editableParts, lockedBecause } from '../../src-main/domain/editable.ts'

// campaigns.md section 4, last paragraph.
const expected = {
  draft: 'all',
  scheduled: 'all',
  paused: 'all',
  running: 'some',
  draining: 'some',
  completed: 'none',
  cancelled: 'none',
} as const

test.each(campaignStateNames)('campaigns.md section 4: what is editable while %s', is => {
  const parts = editableIn({ is })
  if (expected[is] === 'all') expect(parts).toEqual(editableParts)
  if (expected[is] === 'none') expect(parts).toEqual([])
  if (expected[is] === 'some')
    expect([...parts].sort()).toEqual([
      'contacts',
      'notes',
      'numbers.enabled',
      'schedule.endsAt',
      'settings.callsPerHour',
      'settings.intervalMs',
      'settings.maxConcurrentCalls',
    ])
  expect(lockedBecause({ is }) === '').toBe(expected[is] === 'all')
})

test('every setting is a part', () => {
  for (const name of Object.keys(campaignDefaults)) expect(editableParts).toContain(`settings.${name}`)
})
