import { campaignDefaults } from './campaign.ts'
import type { CampaignStateName } from './campaign-state.ts'
import type { Schedule } from './schedule.ts'

type Setting = keyof typeof campaignDefaults
const settings = Object.keys(campaignDefaults) as Setting[]
const scheduleParts = {
  zone: true,
  windows: true,
  startsAt: true,
  endsAt: true,
  respectContactZone: true,
  anyTime: true,
} as const satisfies Record<keyof Schedule, true>

/** A part of a campaign that is changed by itself; `numbers.enabled` are numbers on and off, without the list. */
export type EditablePart =
  | 'name'
  | 'notes'
  | 'agent'
  | 'trunks'
  | 'businessHours'
  | 'numbers'
  | 'numbers.enabled'
  | 'contacts'
  /** Goals and questions. */
  | 'results'
  | `settings.${Setting}`
  | `schedule.${keyof Schedule}`

export const editableParts: readonly EditablePart[] = [
  'name',
  'notes',
  'agent',
  'trunks',
  'businessHours',
  'numbers',
  'numbers.enabled',
  'contacts',
  'results',
  ...settings.map(name => `settings.${name}` as const),
  ...(Object.keys(scheduleParts) as (keyof Schedule)[]).map(name => `schedule.${name}` as const),
]

/** What can change safely under a campaign that calls: pacing, numbers on and off, notes, more contacts, end. */
const whileCalling: readonly EditablePart[] = [
  'notes',
  'numbers.enabled',
  'contacts',
  'settings.maxConcurrentCalls',
  'settings.intervalMs',
  'settings.callsPerHour',
  'schedule.endsAt',
]

interface InState {
  readonly is: CampaignStateName
}

/** What may be changed in a state. */
export function editableIn({ is }: InState): readonly EditablePart[] {
  switch (is) {
    case 'draft':
    case 'scheduled':
    case 'paused':
      return editableParts
    case 'running':
    case 'draining':
      return whileCalling
    default:
      return []
  }
}

/** Why the other parts stay as they are, in words; empty where nothing is locked. */
export function lockedBecause({ is }: InState): string {
  switch (is) {
    case 'running':
    case 'draining':
      return `The campaign is ${is}. Pause it to change more than pacing, numbers on and off, notes, contacts and end.`
    case 'completed':
    case 'cancelled':
      return `The campaign is ${is} and can only be read. Restart or duplicate it to change it.`
    default:
      return ''
  }
}
