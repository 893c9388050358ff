import { expect, test } from 'vitest'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import { lookAt } from '../../../src-renderer/features/notices/look-at.ts'

test('a notice about a campaign leads to it, whatever its kind', () =>
  expect(lookAt({ kind: 'campaign_paused', campaign: 3 as CampaignId })).toBe('/campaigns/3'))

test('one about a trunk or a number leads to their page', () => {
  expect(lookAt({ kind: 'trunk_held', campaign: null })).toBe('/trunks')
  expect(lookAt({ kind: 'number_rests', campaign: null })).toBe('/numbers')
})

test('one that nothing can be done about leads nowhere', () =>
  expect(lookAt({ kind: 'recovered', campaign: null })).toBeNull())
