import fc from 'fast-check'
import {
  type Condition,
  type ContactField,
  type ContactFilter,
  contactFields,
  type FieldKind,
  type LeadField,
  leadFields,
  operators,
} from '../../../src-main/domain/contact-filter.ts'
import type { Place } from '../../../src-main/domain/place.ts'
import { aContact, type WholeContact } from '../../make/contacts.ts'
import { mondayAtTen } from '../../make/workspace.ts'

/** Few values of each kind, so that random filters meet random contacts. */

const DAY = 86_400_000
const now = mondayAtTen
const places: readonly Place[] = [
  { country: 'DE', region: null, zones: ['Europe/Berlin'], line: 'fixed' },
  { country: 'US', region: 'NY', zones: ['America/New_York'], line: 'unknown' },
  { country: 'US', region: null, zones: ['America/Chicago', 'America/New_York'], line: 'unknown' },
  { country: null, region: null, zones: ['Etc/UTC'], line: 'unknown' },
]
const names = ['Anna Berg', 'ÄRZTE', 'ärz%te_', "O'Neil \\ x", '', '山田', ' Zoë  ', 'an 4120']
const keys = ['city', 'Größe', 'a"b', 'x.y', '$odd', "it's"]
const texts = [
  'Köln',
  'koln',
  '12,5',
  '9',
  '2026-11-26',
  '1.11.2026',
  '',
  'ß%',
  '%',
  "'; DROP TABLE contacts; --",
]
const tags = ['vip', 'VIPs', 'neu']
const lists = ['one', 'two']
const languages = ['de', 'de-AT', 'en']
const results = ['answered', 'busy', 'no_answer'] as const
const times = [now - 40 * DAY, now - DAY, now - 1, now, now + DAY]
const time = fc.constantFrom(...times)
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

export const someContacts: fc.Arbitrary<readonly WholeContact[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...names),
      hasPhone: fc.boolean(),
      further: fc.boolean(),
      prefix: fc.constantFrom('+4930231', '+12125550', '+88155512'),
      phoneType: fc.constantFrom('fixed', 'mobile', 'premium', null),
      place: fc.constantFrom(...places),
      language: orNull(fc.constantFrom(...languages)),
      fields: fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...texts)),
      tags: fc.subarray(tags),
      lists: fc.subarray(lists),
      consents: fc.array(
        fc.record({
          kind: fc.constantFrom('express', 'express_written', 'existing_relation'),
          purpose: fc.constantFrom(null, 'marketing', 'survey'),
          givenAt: time,
          expiresAt: orNull(time),
          withdrawnAt: orNull(time),
        }),
        { maxLength: 3 },
      ),
      calls: fc.nat({ max: 3 }),
      conversations: fc.nat({ max: 2 }),
      lastCalledAt: time,
      lastResult: fc.constantFrom(...results),
      goalAchieved: fc.boolean(),
      texted: fc.boolean(),
      openedLink: fc.boolean(),
      transferredMs: orNull(fc.nat()),
      addedAt: time,
      lead: orNull(
        fc.record({
          status: fc.constantFrom('pending', 'retry', 'completed', 'skipped'),
          priority: fc.constantFrom(-1, 0, 1, 2),
          attempts: fc.nat({ max: 3 }),
          readyAt: time,
          goal: orNull(fc.constantFrom('achieved', 'not_achieved')),
        }),
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map(all =>
    all.map(({ hasPhone, further, prefix, lead, ...rest }, index) =>
      aContact({
        ...rest,
        phone: hasPhone ? `${prefix}${100 + index}` : null,
        furtherPhones: further && hasPhone ? [`+49301511${100 + index}`] : [],
        ...(rest.calls === 0
          ? {
              conversations: 0,
              lastCalledAt: null,
              lastResult: null,
              goalAchieved: false,
              transferredMs: null,
            }
          : {}),
        lead: lead && {
          ...lead,
          readyAt: lead.status === 'pending' || lead.status === 'retry' ? lead.readyAt : 0,
        },
      } as Partial<WholeContact>),
    ),
  )

const numbers = ['0231', '+49 30', '0049 (30) 231-1', '100', '+12125550103', '0301511', 'abc', '', '+']
const choices: Readonly<Record<string, readonly (string | number)[]>> = {
  phoneType: ['fixed', 'premium', 'voip'],
  country: ['DE', 'US', 'FR'],
  region: ['US-NY', 'US-CA'],
  zone: ['Europe/Berlin', 'America/New_York', 'Etc/UTC'],
  language: languages,
  tag: [1, 2, 3, 99],
  list: [1, 2],
  campaign: [1, 2],
  lastResult: results,
  import: [1],
  consent: ['express', 'express_written', 'existing_relation'],
  status: ['pending', 'retry', 'completed', 'queued'],
  priority: ['high', 'normal', 'low'],
  goal: ['achieved', 'not_achieved'],
}

const fields = Object.entries({ ...contactFields, ...leadFields }) as [ContactField | LeadField, FieldKind][]
const aCondition = fc.constantFrom(...fields).chain(([field, kind]): fc.Arbitrary<unknown> => {
  const op = fc.constantFrom(...operators[kind])
  if (field === 'custom')
    return fc.record({
      field: fc.constant(field),
      key: fc.constantFrom(...keys),
      op: fc.constantFrom(...operators.text, ...operators.number, 'before', 'from'),
      value: fc.constantFrom(...texts),
    })
  const value = {
    text: fc.constantFrom(...(field === 'phone' ? numbers : ['an', ...names, ...texts])),
    choice: fc.subarray([...(choices[field] ?? [])]),
    number: fc.nat({ max: 4 }),
    date: fc.oneof(fc.constantFrom(0, 1, 30), time),
    flag: fc.constant(undefined),
  }[kind]
  return fc.record({ field: fc.constant(field), op, value })
}) as fc.Arbitrary<Condition>

const group = (depth: number): fc.Arbitrary<ContactFilter> =>
  fc.record({
    match: fc.constantFrom('all', 'any'),
    of: fc.array(depth > 1 ? fc.oneof({ weight: 3, arbitrary: aCondition }, group(depth - 1)) : aCondition, {
      maxLength: 4,
    }),
  })

export const someFilter = group(3)
