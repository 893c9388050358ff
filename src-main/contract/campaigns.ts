import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import {
  agentId,
  callId,
  callResult,
  campaignId,
  campaignMove,
  campaignState,
  contactId,
  errors,
  instant,
  leadId,
  leadStatus,
  numberId,
  page,
  skipReason,
  trunkId,
} from './values.ts'

/** Minutes after midnight, `to` excluded; 24:00 is 1440. */
export const callWindow = z.object({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

export const campaignRow = z.object({
  id: campaignId,
  name: z.string(),
  state: campaignState,
  /** While draining: where it will rest. */
  drainsTowards: campaignState.nullable(),
  /** Why it paused itself or was paused, with figure and next step. */
  pause: z.object({ reason: z.string(), text: z.string(), at: instant }).nullable(),
  moves: z.array(campaignMove),
  agent: z.object({ id: agentId, name: z.string(), version: z.int() }).nullable(),
  trunk: z.object({ id: trunkId, name: z.string() }).nullable(),
  numbers: z.array(z.string()),
  /** The light beside the schedule: open or closed now, and when that changes. */
  schedule: z.object({ open: z.boolean(), changesAt: instant.nullable(), zone: z.string() }),
  contacts: z.int(),
  /** Contacts in a final status. */
  finished: z.int(),
  activeCalls: z.int(),
  launchedAt: instant.nullable(),
  run: z.int(),
})
export type CampaignRow = z.infer<typeof campaignRow>

export const activeCall = z.object({
  call: callId,
  lead: leadId,
  name: z.string(),
  number: z.string(),
  country: z.string().nullable(),
  state: z.enum(['reserved', 'sending', 'ringing', 'answered']),
  /** When this state began. */
  since: instant,
  /** What the agent said or the person keyed last. */
  lastWords: z.string(),
})
export type ActiveCall = z.infer<typeof activeCall>

/** Shares are 0–1, `null` where the divisor is zero; each is defined once in `domain/figures`. */
export const campaignFigures = z.object({
  contacted: z.int(),
  remaining: z.int(),
  finished: z.int(),
  ended: z.int(),
  callsLastHour: z.int(),
  conversations: z.int(),
  talkMs: z.number(),
  goalsAchieved: z.int(),
  optOuts: z.int(),
  completion: z.number().nullable(),
  averageTalkMs: z.number().nullable(),
  answerRate: z.number().nullable(),
  humanAnswerRate: z.number().nullable(),
  machineRate: z.number().nullable(),
  noAnswerRate: z.number().nullable(),
  busyRate: z.number().nullable(),
  rejectionRate: z.number().nullable(),
  invalidRate: z.number().nullable(),
  failureRate: z.number().nullable(),
  otherRate: z.number().nullable(),
  successRate: z.number().nullable(),
  conversionRate: z.number().nullable(),
})
export type CampaignFigures = z.infer<typeof campaignFigures>

export const campaignLive = z.object({
  at: instant,
  campaign: campaignRow,
  /** What holds it back now, most important first; empty when nothing does. */
  holds: z.array(z.object({ reason: z.string(), text: z.string(), until: instant.nullable() })),
  nextCallAt: instant.nullable(),
  maxConcurrentCalls: z.int(),
  statuses: z.record(leadStatus, z.int()),
  results: z.record(callResult, z.int()),
  figures: campaignFigures,
  active: z.array(activeCall),
})
export type CampaignLive = z.infer<typeof campaignLive>

export const leadRow = z.object({
  lead: leadId,
  contact: contactId,
  name: z.string(),
  number: z.string().nullable(),
  country: z.string().nullable(),
  priority: z.enum(['high', 'normal', 'low']),
  status: leadStatus,
  skipReason: skipReason.nullable(),
  attempts: z.int(),
  maxAttempts: z.int(),
  conversations: z.int(),
  talkMs: z.number(),
  lastResult: callResult.nullable(),
  lastCalledAt: instant.nullable(),
  nextAttemptAt: instant.nullable(),
  lastCall: callId.nullable(),
})
export type LeadRow = z.infer<typeof leadRow>

export const campaignSettings = z.object({
  maxConcurrentCalls: z.int().min(1).max(500),
  intervalMs: z.int().min(0).max(1_800_000),
  ringSeconds: z.union([10, 15, 20, 25, 30, 45, 60].map(seconds => z.literal(seconds))),
  maxRetries: z.int().min(0).max(10),
  retryMinutes: z.int().min(1).max(43_200),
  zone: z.string(),
  windows: z.record(weekday, z.array(callWindow)),
  /** Stereo WAV of each answered call. */
  record: z.boolean(),
})
export type CampaignSettings = z.infer<typeof campaignSettings>

export const newCampaign = z.object({
  name: z.string().trim().min(1).max(120),
  agent: agentId,
  trunk: trunkId,
  numbers: z.array(numberId).min(1),
  settings: campaignSettings,
  contacts: z.object({
    /** From `contacts.upload`. */
    upload: z.string(),
    phoneColumn: z.int().min(0),
    nameColumn: z.int().min(0).nullable(),
    /** ISO 3166 alpha-2; reads numbers without a country code. */
    defaultCountry: z.string().length(2),
  }),
})
export type NewCampaign = z.infer<typeof newCampaign>

export const importResult = z.object({
  added: z.int(),
  /** The same number further up in the file. */
  duplicates: z.int(),
  doNotCall: z.int(),
  rejected: z.int(),
  /** The first hundred rejected rows. */
  rejectedRows: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
})
export type ImportResult = z.infer<typeof importResult>

const procedure = oc.errors(errors)

export const campaigns = {
  list: procedure.output(z.array(campaignRow)),
  defaults: procedure.output(campaignSettings),
  get: procedure
    .input(z.object({ id: campaignId }))
    .output(z.object({ campaign: campaignRow, settings: campaignSettings, createdAt: instant })),
  create: procedure.input(newCampaign).output(z.object({ id: campaignId, imported: importResult })),
  move: procedure
    .input(
      z.object({
        id: campaignId,
        move: campaignMove,
        /** With `cancel`: end the active calls instead of letting them finish. */
        hangUp: z.boolean().default(false),
      }),
    )
    .output(z.object({ state: campaignState })),
  /** One snapshot at once, then one within a second of each change. */
  live: procedure.input(z.object({ id: campaignId })).output(eventIterator(campaignLive)),
  contacts: procedure
    .input(
      page.extend({
        id: campaignId,
        statuses: z.array(leadStatus).default([]),
        search: z.string().max(200).default(''),
        sort: z.enum(['order', 'name', 'status', 'attempts', 'lastCalled', 'nextAttempt']).default('order'),
        descending: z.boolean().default(false),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(leadRow) })),
}
