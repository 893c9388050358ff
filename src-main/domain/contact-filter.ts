import type { CallResult } from './call-result.ts'
import type { CampaignId, ContactId, JobId, ListId, SegmentId, TagId } from './ids.ts'
import type { LeadStatus, Priority } from './lead.ts'
import type { PhoneType } from './phone-type.ts'

/** What a segment keeps and a table is filtered by: evaluated each time it is used. Empty `of`: everybody. */
export interface ContactFilter {
  readonly match: 'all' | 'any'
  readonly of: readonly (Condition | ContactFilter)[]
}

/** Comparisons of each kind of field. Texts are compared without case and accents, dates in the workspace's zone. */
export const operators = {
  text: ['contains', 'contains_not', 'begins', 'is', 'is_not', 'empty', 'not_empty'],
  choice: ['one_of', 'none_of'],
  number: ['at_least', 'at_most'],
  /** `within_days` and `not_within_days` count back from now, `before` and `from` are instants. */
  date: ['within_days', 'not_within_days', 'before', 'from', 'never', 'ever'],
  flag: ['yes', 'no'],
} as const
export type FieldKind = keyof typeof operators

/** A custom field is a text that may also be read as a number or a date. */
const customOperators = [...operators.text, ...operators.number, 'before', 'from'] as const

/** Fields of a contact that can be filtered by, with their kind. */
export const contactFields = {
  name: 'text',
  /** Digits in any notation; `begins` compares with the E.164 number: `+4930`. */
  phone: 'text',
  /** With `key`: one custom field. */
  custom: 'text',
  phoneType: 'choice',
  country: 'choice',
  /** ISO 3166-2 with its country: `US-NY`. */
  region: 'choice',
  /** IANA zones; a contact that may stand in several fits each of them. */
  zone: 'choice',
  language: 'choice',
  tag: 'choice',
  list: 'choice',
  /** In one of these campaigns. */
  campaign: 'choice',
  lastResult: 'choice',
  /** Added by one of these imports. */
  import: 'choice',
  /** Holds a consent of one of these kinds that is valid now: neither withdrawn nor over. */
  consent: 'choice',
  calls: 'number',
  conversations: 'number',
  /** Latest INVITE; `never`: never called. */
  lastCalled: 'date',
  added: 'date',
  goalAchieved: 'flag',
  /** Holds a consent of any kind that is valid now. */
  hasConsent: 'flag',
  optedOut: 'flag',
  /** On the do-not-call list, by number, prefix or country. */
  doNotCall: 'flag',
  texted: 'flag',
  openedLink: 'flag',
  transferred: 'flag',
  /** Has a number that may be called at all. */
  hasNumber: 'flag',
} as const satisfies Record<string, FieldKind>
export type ContactField = keyof typeof contactFields

/** Fields of a contact within one campaign; only where the table shows one. */
export const leadFields = {
  status: 'choice',
  priority: 'choice',
  attempts: 'number',
  nextAttempt: 'date',
  goal: 'choice',
} as const satisfies Record<string, FieldKind>
export type LeadField = keyof typeof leadFields

export type FilterField = ContactField | LeadField
export const fieldKinds = { ...contactFields, ...leadFields } as const satisfies Record<
  FilterField,
  FieldKind
>

export type Operator = (typeof operators)[FieldKind][number]
/** What a field may be compared by. */
export const operatorsOf = (field: FilterField): readonly Operator[] =>
  field === 'custom' ? customOperators : operators[fieldKinds[field]]

type FieldOf<K extends FieldKind> = {
  [F in ContactField]: (typeof contactFields)[F] extends K ? F : never
}[ContactField]
type LeadFieldOf<K extends FieldKind> = {
  [F in LeadField]: (typeof leadFields)[F] extends K ? F : never
}[LeadField]
type OperatorOf<K extends FieldKind> = (typeof operators)[K][number]

export type Condition =
  | {
      readonly field: Exclude<FieldOf<'text'>, 'custom'>
      readonly op: OperatorOf<'text'>
      readonly value: string
    }
  | {
      readonly field: 'custom'
      readonly key: string
      readonly op: (typeof customOperators)[number]
      readonly value: string
    }
  | {
      readonly field: FieldOf<'choice'> | LeadFieldOf<'choice'>
      readonly op: OperatorOf<'choice'>
      /** Ids for `tag`, `list`, `campaign` and `import`; else the codes of that field. */
      readonly value: readonly (string | number)[]
    }
  | {
      readonly field: FieldOf<'number'> | LeadFieldOf<'number'>
      readonly op: OperatorOf<'number'>
      readonly value: number
    }
  | {
      readonly field: FieldOf<'date'> | LeadFieldOf<'date'>
      readonly op: OperatorOf<'date'>
      /** Days, or an instant; 0 for `never` and `ever`. */
      readonly value: number
    }
  | { readonly field: FieldOf<'flag'>; readonly op: OperatorOf<'flag'> }

/** Depth of groups within groups, and conditions in all, that a filter may have. */
export const filterLimits = { depth: 3, conditions: 50, choices: 500 } as const

/** Values of choices that are not ids. */
export interface ChoiceValues {
  readonly phoneType: PhoneType
  readonly lastResult: CallResult
  readonly status: LeadStatus
  readonly priority: Priority
  readonly tag: TagId
  readonly list: ListId
  readonly campaign: CampaignId
  readonly import: JobId
}

/** Whose contacts a table, an export or a campaign takes. */
export type ContactScope =
  | { readonly of: 'all' }
  | { readonly of: 'list'; readonly list: ListId }
  | { readonly of: 'segment'; readonly segment: SegmentId }
  | { readonly of: 'campaign'; readonly campaign: CampaignId }

/** What a table shows, without its order. */
export interface ContactQuery {
  readonly scope: ContactScope
  /** Part of the name, or digits of the number in any notation, or `#tag`; empty: all. */
  readonly search: string
  readonly filter: ContactFilter | null
}

export const contactSorts = [
  'name',
  'phone',
  'country',
  'added',
  'lastCalled',
  'calls',
  'conversations',
] as const
/** Only where the scope is a campaign. `order`: as the engine takes them. */
export const leadSorts = ['order', 'status', 'priority', 'attempts', 'nextAttempt', 'goal'] as const
export interface ContactSort {
  readonly by: (typeof contactSorts)[number] | (typeof leadSorts)[number]
  readonly descending: boolean
}

/** Contacts that were chosen: one by one, or all that a query finds but these. */
export type ContactSelection =
  | { readonly contacts: readonly ContactId[] }
  | { readonly query: ContactQuery; readonly except: readonly ContactId[] }
