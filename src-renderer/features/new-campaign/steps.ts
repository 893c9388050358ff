import type { LaunchPreview } from '../../../src-main/contract/launch.ts'
import type { Group } from '../../ui/campaign/form/change.ts'

export const steps = ['basics', 'contacts', 'schedule', 'calling', 'numbers', 'review'] as const
export type Step = (typeof steps)[number]

/** What each step saves. */
export const groupsOf = {
  basics: ['basics'],
  contacts: [],
  schedule: ['schedule'],
  calling: ['calling'],
  numbers: ['numbers'],
  review: [],
} as const satisfies Record<Step, readonly Group[]>

/** Where a missing need is mended. */
export const stepFor = {
  contacts: 'contacts',
  agent: 'basics',
  trunk: 'basics',
  numbers: 'numbers',
  schedule: 'schedule',
} as const satisfies Record<NonNullable<LaunchPreview['needs'][number]['mendIn']>, Step>

export interface WizardSearch {
  /** The draft; none before it has a name. */
  readonly campaign?: number
  readonly step?: Step
}

export function parseWizardSearch(search: Record<string, unknown>): WizardSearch {
  const campaign = Number(search.campaign)
  const step = steps.find(one => one === search.step)
  return {
    ...(Number.isSafeInteger(campaign) && campaign > 0 && { campaign }),
    ...(step && step !== 'basics' && { step }),
  }
}
