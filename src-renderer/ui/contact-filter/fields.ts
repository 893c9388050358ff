import { type FilterField, fieldKinds, type Operator } from '../../../src-main/contract/contact-fields.ts'

export const isField = (name: unknown): name is FilterField => typeof name === 'string' && name in fieldKinds

/** Comparisons that need no value beside them. */
export const standsAlone = (op: Operator) =>
  op === 'empty' || op === 'not_empty' || op === 'never' || op === 'ever' || op === 'yes' || op === 'no'

/** Fields as a menu offers them, by what they are about. */
export const fieldGroups = {
  person: ['name', 'phone', 'tag', 'language', 'custom'],
  place: ['country', 'region', 'zone', 'phoneType', 'hasNumber'],
  groups: ['list', 'campaign', 'import', 'added'],
  calls: [
    'lastCalled',
    'lastResult',
    'calls',
    'conversations',
    'goalAchieved',
    'texted',
    'openedLink',
    'transferred',
  ],
  law: ['consent', 'hasConsent', 'optedOut', 'doNotCall'],
  lead: ['status', 'priority', 'attempts', 'nextAttempt', 'goal'],
} as const satisfies Record<string, readonly FilterField[]>
export type FieldGroup = keyof typeof fieldGroups

/** Where no campaign is shown, its fields say nothing. */
export const groupsFor = (within: 'all' | 'campaign') =>
  (Object.keys(fieldGroups) as FieldGroup[]).filter(group => group !== 'lead' || within === 'campaign')
