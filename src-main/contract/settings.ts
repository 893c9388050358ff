import { z } from 'zod'
import { callResults } from '../domain/call-result.ts'
import {
  campaignRanges,
  localMatches,
  machineDetections,
  onMachineChoices,
  type RangedSetting,
  ringChoices,
  rotationStrategies,
} from '../domain/campaign.ts'
import { pauseReasons } from '../domain/campaign-state.ts'
import { consentNeeds, purposes } from '../domain/compliance/law.ts'
import { isZone, weekdays } from '../domain/schedule.ts'
import { instant } from './values.ts'

/** What may be set for a campaign, made from the one definition in `domain/campaign.ts`. */

type Ranged<F extends RangedSetting> = (typeof campaignRanges)[F] extends { readonly optional: true }
  ? z.ZodNullable<z.ZodNumber>
  : z.ZodNumber

function ranged<F extends RangedSetting>(field: F): Ranged<F> {
  const range = campaignRanges[field]
  const whole = 'fraction' in range ? z.number() : z.int()
  const within = whole.min(range.min).max(range.max)
  return ('optional' in range ? within.nullable() : within) as Ranged<F>
}

export const weekday = z.enum(weekdays)
export const purpose = z.enum(purposes)

/** IANA. */
export const zone = z.string().refine(isZone, 'a time zone such as Europe/Berlin')
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'a country of two capital letters')
/** Local date: `2026-12-24`. */
export const localDate = z.iso.date()

/** Minutes after midnight, `to` excluded; 24:00 is 1440. A `to` at or before `from` runs over midnight. */
export const callWindow = z.object({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1440) })
/** Days that are left out have none. */
export const windows = z.partialRecord(weekday, z.array(callWindow).max(24))
export type Windows = z.infer<typeof windows>

export const schedule = z.object({
  zone,
  windows,
  /** `null`: as soon as it is launched. */
  startsAt: instant.nullable(),
  /** Pauses then; `null`: never. */
  endsAt: instant.nullable(),
  respectContactZone: z.boolean(),
  /** Lifts the windows; honoured only where the trunk is on loopback. */
  anyTime: z.boolean(),
})
export type Schedule = z.infer<typeof schedule>

const rotation = z.object({
  strategy: z.enum(rotationStrategies),
  localMatch: z.enum(localMatches),
  spamThreshold: ranged('rotation.spamThreshold'),
  maxCallsPerDay: ranged('rotation.maxCallsPerDay'),
  coolDownDays: ranged('rotation.coolDownDays'),
})

/** Meaning and units of each are said at `CampaignSettings` of `domain/campaign.ts`. */
export const campaignSettings = z.object({
  maxConcurrentCalls: ranged('maxConcurrentCalls'),
  intervalMs: ranged('intervalMs'),
  callsPerHour: ranged('callsPerHour'),
  ringSeconds: z.literal(ringChoices),
  machineDetection: z.enum(machineDetections),
  onMachine: z.enum(onMachineChoices),
  maxRetries: ranged('maxRetries'),
  retryMinutes: ranged('retryMinutes'),
  retryMinutesAfter: z.partialRecord(z.enum(callResults), ranged('retryMinutes')),
  varyTimeOfDay: z.boolean(),
  attemptsPerDay: ranged('attemptsPerDay'),
  attemptsPerWeek: ranged('attemptsPerWeek'),
  completionMinutes: ranged('completionMinutes'),
  budgetMicros: ranged('budgetMicros'),
  purpose,
  consent: z.enum(['law', ...consentNeeds]),
  providerErrorShare: ranged('providerErrorShare'),
  providerErrorCalls: ranged('providerErrorCalls'),
  numbersWaitHours: ranged('numbersWaitHours'),
  resumeByItself: z.array(z.enum(pauseReasons)),
  rotation,
  keepLive: z.boolean(),
  record: z.boolean(),
})
export type CampaignSettings = z.infer<typeof campaignSettings>

const range = z.object({
  min: z.number(),
  max: z.number(),
  fraction: z.boolean(),
  /** `null` stands for no limit. */
  optional: z.boolean(),
})

/** What forms need: defaults, ranges and choices, as the engine has them. */
export const definitions = z.object({
  defaults: z.object({ settings: campaignSettings, schedule }),
  /** By setting; `rotation.maxCallsPerDay` and the like for its parts. */
  ranges: z.record(z.enum(Object.keys(campaignRanges) as [RangedSetting, ...RangedSetting[]]), range),
  ringSeconds: z.array(z.literal(ringChoices)),
  /** Offered beside a typed number of milliseconds. */
  intervalMs: z.array(z.int()),
  machineDetections: z.array(
    z.object({
      is: z.enum(machineDetections),
      /** Others are named, but cannot be chosen in this version. */
      exists: z.boolean(),
    }),
  ),
  onMachine: z.array(z.enum(onMachineChoices)),
  purposes: z.array(purpose),
  consents: z.array(z.enum(['law', ...consentNeeds])),
  strategies: z.array(z.enum(rotationStrategies)),
  localMatches: z.array(z.enum(localMatches)),
  /** Results that are called again, and so may have an interval of their own. */
  retriedResults: z.array(z.enum(callResults)),
  /** Pauses that can end by themselves. */
  resumable: z.array(z.enum(pauseReasons)),
  nameLength: z.int(),
  notesLength: z.int(),
})
export type Definitions = z.infer<typeof definitions>
