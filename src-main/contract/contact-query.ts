import { z } from 'zod'
import {
  type Condition,
  type ContactFilter,
  type ContactQuery,
  type ContactSelection,
  type ContactSort,
  contactSorts,
  type FieldKind,
  type FilterField,
  fieldKinds,
  filterLimits,
  leadSorts,
  operators,
  operatorsOf,
} from '../domain/contact-filter.ts'
import { campaignId, contactId, listId, segmentId } from './values.ts'

export type { Condition, ContactFilter, ContactQuery, ContactSelection, ContactSort }

/** Whose contacts, filtered how, in which order: the same for tables, exports, actions, segments and campaigns. */

const ofKind = (kind: FieldKind) =>
  z.enum(
    (Object.keys(fieldKinds) as FilterField[]).filter(
      field => fieldKinds[field] === kind && field !== 'custom',
    ),
  )

const words = z.string().max(200)
export const condition = z.union([
  z.object({ field: ofKind('text'), op: z.enum(operators.text), value: words }),
  z.object({
    field: z.literal('custom'),
    key: z.string().min(1).max(100),
    op: z.enum(operatorsOf('custom')),
    value: words,
  }),
  z.object({
    field: ofKind('choice'),
    op: z.enum(operators.choice),
    value: z.array(z.union([z.string().max(100), z.int()])).max(filterLimits.choices),
  }),
  z.object({ field: ofKind('number'), op: z.enum(operators.number), value: z.number() }),
  z.object({ field: ofKind('date'), op: z.enum(operators.date), value: z.number() }),
  z.object({ field: ofKind('flag'), op: z.enum(operators.flag) }),
]) as unknown as z.ZodType<Condition, Condition>

const group = (depth: number): z.ZodType<ContactFilter, ContactFilter> =>
  z.object({
    match: z.enum(['all', 'any']),
    of: z.array(depth > 1 ? z.union([condition, group(depth - 1)]) : condition).max(filterLimits.conditions),
  })
export const contactFilter = group(filterLimits.depth)

export const contactScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('list'), list: listId }),
  z.object({ of: z.literal('segment'), segment: segmentId }),
  z.object({ of: z.literal('campaign'), campaign: campaignId }),
])

export const contactQuery = z.object({
  scope: contactScope,
  search: words.default(''),
  filter: contactFilter.nullable().default(null),
}) satisfies z.ZodType<ContactQuery>

export const contactSort = z.object({
  by: z.enum([...contactSorts, ...leadSorts]),
  descending: z.boolean().default(false),
}) satisfies z.ZodType<ContactSort>

export const contactSelection = z.union([
  z.object({ contacts: z.array(contactId).min(1).max(10_000) }),
  z.object({ query: contactQuery, except: z.array(contactId).max(10_000).default([]) }),
]) satisfies z.ZodType<ContactSelection>
