import { expect, test } from 'vitest'
import { shownHolds } from '../../src-main/api/shown-holds.ts'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import type { Engine } from '../../src-main/engine/create-engine.ts'

const campaign = 1 as CampaignId
const engine = (over: Partial<Engine>) => ({ holds: () => [], problem: () => null, ...over }) as Engine

test('a disk that is full is said before anything else that holds a campaign', () => {
  const busy = engine({
    holds: () => [{ is: 'campaign-full', allowed: 40, until: null }],
    problem: () => ({ reason: 'full', message: 'The disk is full.' }),
  })
  expect(shownHolds(busy, campaign).map(hold => hold.text)).toEqual([
    'Dialling stopped: The disk is full.',
    'All 40 calls of the campaign are in use',
  ])
})

test('the disk is named once, even while the last look still held it', () =>
  expect(
    shownHolds(
      engine({
        holds: () => [{ is: 'store', why: 'The disk is full.', until: null }],
        problem: () => ({ reason: 'full', message: 'The disk is full.' }),
      }),
      campaign,
    ),
  ).toHaveLength(1))

test('a disk with room again holds nothing', () =>
  expect(
    shownHolds(engine({ holds: () => [{ is: 'store', why: 'The disk is full.', until: null }] }), campaign),
  ).toEqual([]))
