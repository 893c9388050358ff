import { z } from 'zod'
import { consentNeeds, duties, purposes } from '../domain/compliance/law.ts'
import { type Weekday, weekdays } from '../domain/schedule.ts'
import { isCountry } from './phone.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens expected')
const date = z.iso.date()
const sentence = z.string().min(1)

const weekdayRange = z.string().transform((text, context): readonly Weekday[] => {
  const [first, last = first] = text.split('-').map(day => (weekdays as readonly string[]).indexOf(day))
  if (first !== undefined && last !== undefined && first >= 0 && last >= first)
    return weekdays.slice(first, last + 1)
  context.addIssue({ code: 'custom', message: `“${text}” is no range of weekdays, as in mon-fri` })
  return z.NEVER
})

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time as 09:00 expected')
  .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

const opening = z
  .strictObject({ days: weekdayRange, from: time, to: time })
  .refine(({ from, to }) => from < to, 'ends before it starts')

const HOUR_MS = 3_600_000
const duration = z
  .string()
  .regex(/^[1-9]\d{0,3}[hd]$/, 'a time as 24h or 30d expected')
  .transform(text => Number(text.slice(0, -1)) * (text.endsWith('d') ? 24 : 1) * HOUR_MS)

const common = {
  id,
  text: sentence,
  citation: sentence,
  verified: z.boolean(),
  purposes: z.array(z.enum(purposes)).min(1).optional(),
  voice: z.enum(['automated', 'bridged']).optional(),
  line: z.enum(['mobile', 'fixed']).optional(),
  from: date.optional(),
  to: date.optional(),
}

const rule = z.discriminatedUnion('is', [
  z.strictObject({
    ...common,
    is: z.literal('hours'),
    open: z.array(opening).min(1),
    holidays: z.enum(['national', 'regional']).optional(),
  }),
  z.strictObject({
    ...common,
    is: z.literal('attempts'),
    attempts: z.int().min(1),
    within: duration,
    per: z.array(z.enum(['number', 'contact'])).min(1),
  }),
  z.strictObject({
    ...common,
    is: z.literal('pause'),
    after: z.enum(['conversation', 'abandoned', 'refusal']),
    for: duration,
  }),
  z.strictObject({ ...common, is: z.literal('ring'), seconds: z.int().min(1).max(60) }),
  z.strictObject({ ...common, is: z.literal('consent'), need: z.enum(consentNeeds) }),
  z.strictObject({
    ...common,
    is: z.literal('abandonment'),
    share: z.number().min(0).max(1),
    within: duration,
  }),
  z.strictObject({ ...common, is: z.literal('duty'), duty: z.enum(duties) }),
])
export type WrittenRule = z.infer<typeof rule>

const profile = z
  .strictObject({
    id,
    jurisdiction: sentence,
    countries: z.array(z.string().refine(isCountry, 'an ISO 3166-1 code is expected')).min(1).optional(),
    region: z
      .string()
      .regex(/^[A-Z0-9]{1,3}$/)
      .optional(),
    elsewhere: z.literal(true).optional(),
    rules: z.array(rule).min(1),
  })
  .refine(
    ({ countries, elsewhere }) => (countries === undefined) !== (elsewhere === undefined),
    'names either countries or elsewhere',
  )
  .refine(({ region, countries }) => region === undefined || countries?.length === 1, {
    path: ['region'],
    message: 'belongs to one country',
  })
  .refine(({ rules }) => new Set(rules.map(each => each.id)).size === rules.length, {
    path: ['rules'],
    message: 'two rules have the same id',
  })
export type WrittenProfile = z.infer<typeof profile>

/** A file of `resources/compliance/`, as its README describes it. */
export const profileFile = z.strictObject({ version: z.int().min(1), profiles: z.array(profile).min(1) })
