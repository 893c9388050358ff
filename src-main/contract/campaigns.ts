import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { pauseReasons } from '../domain/campaign-state.ts'
import { campaignChange, campaignName, campaignNumber, editablePart, trunkGroup } from './campaign-edit.ts'
import { shownHold, shownWait } from './holds.ts'
import { campaignSettings, definitions, schedule } from './settings.ts'
import {
  agentId,
  businessHoursId,
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
  page,
  plainMove,
  skipReason,
  trunkId,
} from './values.ts'

export const campaignRow = z.object({
  id: campaignId,
  name: z.string(),
  state: campaignState,
  /** While draining: where it will rest. */
  drainsTowards: campaignState.nullable(),
  /** Why it paused itself or was paused, with figure and next step. */
  pause: z
    .object({
      reason: z.enum(pauseReasons),
      text: z.string(),
      at: instant,
      /** It goes on by itself when the cause is gone. */
      resumesByItself: z.boolean(),
    })
    .nullable(),
  /** What a person may do with it now. */
  moves: z.array(campaignMove),
  agent: z.object({ id: agentId, name: z.string(), version: z.int() }).nullable(),
  /** Failover group, preferred first; empty: the workspace's default trunk. */
  trunks: z.array(z.object({ id: trunkId, name: z.string() })),
  numbers: z.array(z.string()),
  /** The light beside the schedule: open or closed now, and when that changes. */
  schedule: z.object({ open: z.boolean(), changesAt: instant.nullable(), zone: z.string() }),
  contacts: z.int(),
  /** Contacts in a final status. */
  finished: z.int(),
  activeCalls: z.int(),
  /** Of its ended calls, over all runs; `null`: its trunks have no rates. */
  cost: z.object({ currency: z.string(), micros: z.number() }).nullable(),
  launchedAt: instant.nullable(),
  /** When it starts by itself; `null`: it is not scheduled. */
  startsAt: instant.nullable(),
  run: z.int(),
})
export type CampaignRow = z.infer<typeof campaignRow>

/** Everything about a campaign that is set, not what happens in it. */
export const campaignDetail = z.object({
  campaign: campaignRow,
  notes: z.string(),
  /** The agent is pinned to `version` until it is chosen again. */
  agent: z.object({ id: agentId, name: z.string(), version: z.int(), newestVersion: z.int() }).nullable(),
  trunks: trunkGroup,
  settings: campaignSettings,
  schedule,
  /** These hours instead of the schedule's own windows. */
  businessHours: z.object({ id: businessHoursId, name: z.string() }).nullable(),
  /** In the order of rotation. */
  numbers: z.array(campaignNumber),
  /** ISO 4217 of its trunks' rates, in which `budgetMicros` is meant; `null` where they have none. */
  currency: z.string().nullable(),
  /** Sent back with an update. */
  revision: z.int(),
  createdAt: instant,
  changedAt: instant,
  /** Parts that may be changed in its state. */
  editable: z.array(editablePart),
  /** Why the others may not, in words; empty where all may. */
  locked: z.string(),
})
export type CampaignDetail = z.infer<typeof campaignDetail>

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
  holds: z.array(shownHold),
  /** Who waits for what, most contacts first: the idle line. */
  waits: z.array(shownWait),
  nextCallAt: instant.nullable(),
  maxConcurrentCalls: z.int(),
  /** May begin within an hour; `null`: as many as there are lines for. */
  callsPerHour: z.int().nullable(),
  /** While a test runs or after it: how many contacts it calls. */
  testContacts: z.int().nullable(),
  /** `null`: its trunks have no rates. */
  money: z
    .object({
      currency: z.string(),
      /** Over all runs, calls that go on among them. */
      costMicros: z.int(),
      budgetMicros: z.int().nullable(),
      /** Of all its trunks together; `null`: one of them keeps none. */
      balanceMicros: z.int().nullable(),
    })
    .nullable(),
  /** Answered by people and abandoned, over the time that the law counts; `null`: no such rule applies. */
  abandonment: z
    .object({
      abandoned: z.int(),
      answered: z.int(),
      share: z.number().nullable(),
      cap: z.number(),
      days: z.number(),
    })
    .nullable(),
  statuses: z.record(leadStatus, z.int()),
  results: z.record(callResult, z.int()),
  figures: campaignFigures,
  /** What came of the primary goal in conversations. */
  goals: z.object({
    /** `null`: it has none. */
    name: z.string().nullable(),
    outcomes: z.object({
      achieved: z.int(),
      partially_achieved: z.int(),
      not_achieved: z.int(),
      unknown: z.int(),
    }),
  }),
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

const procedure = oc.errors(errors)
const configuration = z.string().max(5_000_000)

export const campaigns = {
  list: procedure.output(z.array(campaignRow)),
  /** Defaults, ranges and choices of all settings. */
  definitions: procedure.output(definitions),
  get: procedure.input(z.object({ id: campaignId })).output(campaignDetail),
  /** A draft with the defaults and what is given; all else comes by `update`. */
  createDraft: procedure
    .input(campaignChange.omit({ name: true }).extend({ name: campaignName }))
    .output(z.object({ id: campaignId, revision: z.int() })),
  /**
   * Changes what is given and may be changed in its state. Refused as `changed_meanwhile` where somebody else saved
   * after `revision`, with what they changed; the next save with the new revision decides.
   */
  update: procedure
    .input(z.object({ id: campaignId, revision: z.int(), change: campaignChange }))
    .output(z.object({ revision: z.int(), savedAt: instant })),
  /** A new draft with the same settings. Without a name: “… (copy)”. */
  duplicate: procedure
    .input(z.object({ id: campaignId, name: campaignName.optional(), withContacts: z.boolean() }))
    .output(z.object({ id: campaignId })),
  remove: procedure
    .input(
      z.object({
        id: campaignId,
        /** The campaign's name as it was typed. */
        typedName: z.string().max(200),
        /** Also what was said and recorded in its calls; bare attempts stay, since the law counts them. */
        eraseCalls: z.boolean(),
      }),
    )
    .output(z.object({})),
  /** Name, settings, schedule, numbers and the names of what it uses, as JSON to read and to import. */
  exportConfiguration: procedure
    .input(z.object({ id: campaignId }))
    .output(z.object({ fileName: z.string(), text: configuration })),
  /** A new draft. Refused with the path of each point that is wrong. */
  importConfiguration: procedure
    .input(z.object({ text: configuration, name: campaignName.optional() }))
    .output(
      z.object({
        id: campaignId,
        /** What this workspace does not know by its name, and so was not set. */
        leftOut: z.array(z.object({ field: z.string(), text: z.string() })),
      }),
    ),
  move: procedure
    .input(
      z.object({
        id: campaignId,
        /** Launch and restart go through `launch.start`, delete through `remove`. */
        move: plainMove,
        /** With `cancel`, `pause` and `finish`: end the active calls instead of letting them finish. */
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
