import type { Condition, ContactFilter } from '../../../src-main/domain/contact-filter.ts'
import { fieldDate, fieldNumber } from '../../../src-main/domain/field-value.ts'
import { nameKey } from '../../../src-main/domain/name-key.ts'
import type { WholeContact } from '../../make/contacts.ts'

/** What the tables beside the contacts say, by name. */
export interface Surroundings {
  readonly now: number
  readonly suppressed: readonly {
    readonly number: string
    readonly scope: 'all' | 'campaign'
    readonly source: 'agent' | 'supervisor'
    readonly expiresAt: number | null
  }[]
  readonly blockedPrefixes: readonly string[]
  readonly blockedCountries: readonly string[]
  readonly tagIds: ReadonlyMap<string, number>
  readonly listIds: ReadonlyMap<string, number>
  readonly campaign: number
  /** Only then a contact has a status, priority, attempts. */
  readonly inCampaign: boolean
}

/** The meaning of a filter, written down as simply as can be. */
export function fits(filter: ContactFilter, contact: WholeContact, around: Surroundings): boolean {
  if (filter.of.length === 0) return true
  const one = (each: Condition | ContactFilter) =>
    'match' in each ? fits(each, contact, around) : meets(each, contact, around)
  return filter.match === 'all' ? filter.of.every(one) : filter.of.some(one)
}

function meets(condition: Condition, contact: WholeContact, around: Surroundings): boolean {
  switch (condition.field) {
    case 'name':
      return textFits(condition.op, nameKey(contact.name), nameKey(condition.value))
    case 'phone':
      return phoneFits(condition.op, contact, condition.value)
    case 'custom':
      return customFits(condition, contact.fields[condition.key] ?? '')
    default:
      if (condition.op === 'one_of' || condition.op === 'none_of')
        return (
          valuesOf(condition.field, contact, around).some(
            value => value !== null && condition.value.includes(value),
          ) ===
          (condition.op === 'one_of')
        )
      if (condition.op === 'yes' || condition.op === 'no')
        return flagOf(condition.field, contact, around) === (condition.op === 'yes')
      if (condition.op === 'at_least' || condition.op === 'at_most') {
        const value = numberOf(condition.field, contact, around)
        return (
          value !== null &&
          (condition.op === 'at_least' ? value >= condition.value : value <= condition.value)
        )
      }
      return dateFits(
        condition.op,
        dateOf(condition.field, contact, around),
        'value' in condition ? Number(condition.value) : 0,
        around.now,
      )
  }
}

function textFits(op: string, text: string, value: string): boolean {
  if (op === 'contains') return text.includes(value)
  if (op === 'contains_not') return !text.includes(value)
  if (op === 'begins') return text.startsWith(value)
  if (op === 'is') return text === value
  if (op === 'is_not') return text !== value
  return op === 'empty' ? text === '' : text !== ''
}

function phoneFits(op: string, { phone, furtherPhones }: WholeContact, value: string): boolean {
  if (op === 'empty') return phone === null
  if (op === 'not_empty') return phone !== null
  if (op === 'contains_not' || op === 'is_not')
    return !phoneFits(op === 'is_not' ? 'is' : 'contains', { phone, furtherPhones } as WholeContact, value)
  const bare = value.replace(/[\s()/.-]/g, '')
  if (!/^(\+|00)?\d+$/.test(bare)) return false
  const whole = /^(\+|00)/.test(bare)
  const digits = bare.replace(/^(\+|00)/, '').replace(whole ? /^$/ : /^0(?=\d)/, '')
  const fit = (number: string) => {
    if (op === 'is') return whole ? number === `+${digits}` : number.endsWith(digits)
    return op === 'begins' || whole ? number.startsWith(`+${digits}`) : number.includes(digits)
  }
  return [...(phone === null ? [] : [phone]), ...furtherPhones].some(fit)
}

function customFits({ op, value }: Extract<Condition, { field: 'custom' }>, text: string): boolean {
  if (op === 'at_least' || op === 'at_most') {
    const [is, bound] = [fieldNumber(text), fieldNumber(value)]
    return is !== null && bound !== null && (op === 'at_least' ? is >= bound : is <= bound)
  }
  if (op === 'before' || op === 'from') {
    const [is, bound] = [fieldDate(text), fieldDate(value)]
    return is !== null && bound !== null && (op === 'before' ? is < bound : is >= bound)
  }
  return op === 'empty' || op === 'not_empty'
    ? textFits(op, text, '')
    : textFits(op, nameKey(text), nameKey(value))
}

function valuesOf(
  field: string,
  contact: WholeContact,
  around: Surroundings,
): readonly (string | number | null)[] {
  const { place } = contact
  const lead = around.inCampaign ? contact.lead : null
  switch (field) {
    case 'phoneType':
      return [contact.phoneType]
    case 'country':
      return [place.country]
    case 'region':
      return place.region === null ? [] : [`${place.country}-${place.region}`]
    case 'zone':
      return place.zones
    case 'language':
      return [contact.language]
    case 'tag':
      return contact.tags.map(tag => around.tagIds.get(tag) ?? null)
    case 'list':
      return contact.lists.map(list => around.listIds.get(list) ?? null)
    case 'campaign':
      return contact.lead === null ? [] : [around.campaign]
    case 'lastResult':
      return [contact.lastResult]
    case 'import':
      return []
    case 'consent':
      return consentsHeld(contact, around).map(({ kind }) => kind)
    case 'status':
      return lead === null ? [] : [lead.status]
    case 'priority':
      return lead === null ? [] : [lead.priority === 2 ? 'low' : lead.priority === 1 ? 'normal' : 'high']
    case 'goal':
      return lead === null ? [] : [lead.goal]
    default:
      throw new Error(`no choice: ${field}`)
  }
}

const consentsHeld = ({ consents }: WholeContact, { now }: Surroundings) =>
  consents.filter(
    ({ givenAt, expiresAt, purpose: about }) =>
      givenAt <= now &&
      (expiresAt === null || expiresAt > now) &&
      !consents.some(
        ({ withdrawnAt, purpose }) =>
          withdrawnAt !== null &&
          withdrawnAt <= now &&
          withdrawnAt >= givenAt &&
          (purpose === null || purpose === about),
      ),
  )

function flagOf(field: string, contact: WholeContact, around: Surroundings): boolean {
  const inForce = around.suppressed.filter(({ expiresAt }) => expiresAt === null || expiresAt > around.now)
  const { phone } = contact
  switch (field) {
    case 'goalAchieved':
      return contact.goalAchieved
    case 'texted':
      return contact.texted
    case 'openedLink':
      return contact.openedLink
    case 'transferred':
      return contact.transferredMs !== null
    case 'hasNumber':
      return phone !== null && contact.phoneType !== 'premium' && !phone.startsWith('+881')
    case 'hasConsent':
      return consentsHeld(contact, around).length > 0
    case 'optedOut':
      return inForce.some(
        ({ number, scope, source }) =>
          [phone, ...contact.furtherPhones].includes(number) && (scope === 'campaign' || source === 'agent'),
      )
    case 'doNotCall':
      return (
        inForce.some(({ number, scope }) => number === phone && scope === 'all') ||
        around.blockedPrefixes.some(prefix => phone?.startsWith(prefix)) ||
        around.blockedCountries.some(country => contact.place.country === country)
      )
    default:
      throw new Error(`no flag: ${field}`)
  }
}

const numberOf = (field: string, contact: WholeContact, { inCampaign }: Surroundings): number | null =>
  field === 'calls'
    ? contact.calls
    : field === 'conversations'
      ? contact.conversations
      : inCampaign
        ? (contact.lead?.attempts ?? null)
        : null

const dateOf = (field: string, contact: WholeContact, { inCampaign }: Surroundings): number | null =>
  field === 'lastCalled'
    ? contact.lastCalledAt
    : field === 'added'
      ? contact.addedAt
      : inCampaign && contact.lead?.status === 'retry'
        ? contact.lead.readyAt
        : null

function dateFits(op: string, at: number | null, value: number, now: number): boolean {
  if (op === 'never') return at === null
  if (op === 'ever') return at !== null
  if (op === 'before') return at !== null && at < value
  if (op === 'from') return at !== null && at >= value
  const isWithin = at !== null && at >= now - value * 86_400_000
  return op === 'within_days' ? isWithin : !isWithin
}
