import type {
  Condition,
  ContactFilter,
  contactFields,
  FieldKind,
  leadFields,
  operators,
} from '../../../src-main/contract/contact-query.ts'

export type { Condition, ContactFilter, FieldKind }
export type ContactField = keyof typeof contactFields
export type LeadField = keyof typeof leadFields
export type FilterField = ContactField | LeadField
export type Operator = (typeof operators)[FieldKind][number]

/** The contract's tables as values of this side, which brings none of its schemas along; the types keep them equal. */
const ofContacts = {
  name: 'text',
  phone: 'text',
  custom: 'text',
  phoneType: 'choice',
  country: 'choice',
  region: 'choice',
  zone: 'choice',
  language: 'choice',
  tag: 'choice',
  list: 'choice',
  campaign: 'choice',
  lastResult: 'choice',
  import: 'choice',
  consent: 'choice',
  calls: 'number',
  conversations: 'number',
  lastCalled: 'date',
  added: 'date',
  goalAchieved: 'flag',
  optedOut: 'flag',
  doNotCall: 'flag',
  texted: 'flag',
  openedLink: 'flag',
  transferred: 'flag',
  hasNumber: 'flag',
} as const satisfies { readonly [F in ContactField]: (typeof contactFields)[F] }

const ofLeads = {
  status: 'choice',
  priority: 'choice',
  attempts: 'number',
  nextAttempt: 'date',
  goal: 'choice',
} as const satisfies { readonly [F in LeadField]: (typeof leadFields)[F] }

export const kinds: Readonly<Record<FilterField, FieldKind>> = { ...ofContacts, ...ofLeads }
export const isField = (name: unknown): name is FilterField => typeof name === 'string' && name in kinds

export const ops = {
  text: ['contains', 'contains_not', 'begins', 'is', 'is_not', 'empty', 'not_empty'],
  choice: ['one_of', 'none_of'],
  number: ['at_least', 'at_most'],
  date: ['within_days', 'not_within_days', 'before', 'from', 'never', 'ever'],
  flag: ['yes', 'no'],
} as const satisfies { readonly [K in FieldKind]: (typeof operators)[K] }

/** A custom field is a text that may also be read as a number or a date. */
export const customOps = [...ops.text, ...ops.number, 'before', 'from'] as const

export const opsOf = (field: FilterField): readonly Operator[] =>
  field === 'custom' ? customOps : ops[kinds[field]]

/** Comparisons that need no value beside them. */
export const standsAlone = (op: Operator) =>
  op === 'empty' || op === 'not_empty' || op === 'never' || op === 'ever' || op === 'yes' || op === 'no'

export const limits = { depth: 3, conditions: 50 } as const

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
  law: ['consent', 'optedOut', 'doNotCall'],
  lead: ['status', 'priority', 'attempts', 'nextAttempt', 'goal'],
} as const satisfies Record<string, readonly FilterField[]>
export type FieldGroup = keyof typeof fieldGroups

/** Where no campaign is shown, its fields say nothing. */
export const groupsFor = (within: 'all' | 'campaign') =>
  (Object.keys(fieldGroups) as FieldGroup[]).filter(group => group !== 'lead' || within === 'campaign')
