import type { LaunchPreview } from '../../../src-main/contract/launch.ts'
import type { Definitions } from '../../../src-main/contract/settings.ts'
import { type Group, groupOf } from '../../ui/campaign/form/change.ts'
import { problemsOf } from '../../ui/campaign/form/problems.ts'
import type { Values } from '../../ui/campaign/form/values.ts'

export const steps = ['basics', 'contacts', 'schedule', 'calling', 'numbers', 'goals', 'review'] as const
export type Step = (typeof steps)[number]

/** What each step saves. */
export const groupsOf = {
  basics: ['basics'],
  contacts: [],
  schedule: ['schedule'],
  calling: ['calling'],
  numbers: ['numbers'],
  goals: [],
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

/** Steps that still lack something a launch needs. */
export const unfinished = (values: Values, contacts: number): ReadonlySet<Step> =>
  new Set(
    steps.filter(step => {
      if (step === 'basics') return values.agent === null
      if (step === 'contacts') return contacts === 0
      return step === 'numbers' && !values.numbers.some(({ enabled }) => enabled)
    }),
  )

/** The first step that holds something which cannot be stored. */
export function firstWrong(values: Values, definitions: Definitions): Step | undefined {
  const [field] = Object.keys(problemsOf(values, definitions, Date.now()))
  return field === undefined ? undefined : groupOf(field)
}

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
