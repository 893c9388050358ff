import { expect, test } from 'vitest'
import { type PauseReason, pauseReasons } from '../../../src-main/domain/campaign-state.ts'
import type { CampaignId, TrunkId } from '../../../src-main/domain/ids.ts'
import { text } from '../../../src-renderer/text/text.ts'
import { ownPause } from '../../../src-renderer/ui/pause/cause.ts'

const id = 7 as CampaignId
const trunk = { id: 2 as TrunkId, name: 'Carrier Sud' }
const paused = (reason: PauseReason) =>
  ({
    id,
    state: 'paused',
    pause: { reason, text: '', at: 0, resumesByItself: false },
    trunks: [trunk],
  }) as const

// campaigns.md §5: an auto-pause names the rule, the figure and the next step.
test.each(pauseReasons.filter(reason => reason !== 'manual'))(
  '%s has its rule and its next step in words',
  reason => {
    const own = ownPause(paused(reason))
    expect(own?.reason).toBe(reason)
    if (!own) return
    const { rule, next, cause } = text.pause.reasons[own.reason]
    expect([rule, next].every(words => words !== '')).toBe(true)
    expect(cause === '').toBe(own.cause === null)
  },
)

test('a pause by hand has no strip', () => expect(ownPause(paused('manual'))).toBeNull())

test('a campaign that runs again has none', () =>
  expect(ownPause({ ...paused('provider_error'), state: 'running' })).toBeNull())

test('a spent budget leads to the settings of that campaign', () =>
  expect(ownPause(paused('budget_reached'))?.cause).toEqual({
    to: '/campaigns/7/settings',
    hash: 'calling',
  }))

test('a used up balance leads to the money of its trunk', () =>
  expect(ownPause(paused('insufficient_balance'))?.cause).toEqual({ to: '/trunks', money: 2 }))
