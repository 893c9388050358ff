import { oc } from '@orpc/contract'
import { z } from 'zod'
import { numberRanges } from '../domain/number-rest.ts'
import { spamSignals } from '../domain/spam-score.ts'
import { campaignSettings, zone } from './settings.ts'
import { campaignId, errors, instant, leadId, numberId, trunkId } from './values.ts'

const procedure = oc.errors(errors)
const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max)

/** What a caller ID is good for now. `of` stands beside every count that has a bound. */
export const numberStatus = z.discriminatedUnion('is', [
  z.object({ is: z.literal('active') }),
  /** Switched off for this campaign or the whole workspace, or bound to another trunk than the campaign's. */
  z.object({ is: z.literal('disabled'), in: z.enum(['campaign', 'workspace', 'trunk']) }),
  z.object({
    is: z.literal('excluded'),
    by: z.enum(['score', 'hand']),
    why: z.string(),
    since: instant,
    until: instant,
  }),
  /** Back from its rest; after `of` calls it is judged. */
  z.object({ is: z.literal('probation'), done: z.int(), of: z.int() }),
])
export type NumberStatus = z.infer<typeof numberStatus>

/** One signal of the spam score: what was seen in words, its strength 0–1, and weight × strength. */
export const scorePart = z.object({
  signal: z.enum(spamSignals),
  seen: z.string(),
  strength: z.number(),
  weight: z.number(),
  part: z.number(),
})
export type ScorePart = z.infer<typeof scorePart>

export const spamScore = z.object({
  /** 0–9, the one that counts: set by hand or from a list, else the estimate. */
  score: z.int(),
  /** 0–4, 5–6, 7–9. */
  level: z.enum(['good', 'watch', 'bad']),
  by: z.enum(['calls', 'set']),
  /** From the workspace's own calls of 7 days; `null`: not worked out yet. `combined` × 9 is the score before rounding. */
  estimate: z
    .object({
      score: z.int(),
      combined: z.number(),
      attempts: z.int(),
      lowData: z.boolean(),
      /** A 608 of these days keeps it at 7 or more. */
      blocked: z.boolean(),
      at: instant,
      parts: z.array(scorePart),
    })
    .nullable(),
  set: z.object({ score: z.int(), source: z.string(), at: instant }).nullable(),
})
export type SpamScore = z.infer<typeof spamScore>

export const numberRow = z.object({
  id: numberId,
  number: z.string(),
  country: z.string().nullable(),
  /** Leading digits that stand for its area; may be empty. */
  area: z.string(),
  /** Its days count for the cap. */
  zone: z.string(),
  name: z.string(),
  trunk: z.object({ id: trunkId, name: z.string() }).nullable(),
  /** Where the proof of ownership is kept; empty: none on file. */
  proof: z.string(),
  /** Switched on in the workspace. */
  enabled: z.boolean(),
  status: numberStatus,
  /** In its own zone's day, over all campaigns. */
  callsToday: z.int(),
  /** Of this campaign; in the workspace's list the lowest of the campaigns that show it. `null`: none shows it. */
  cap: z.int().nullable(),
  calls: z.int(),
  /** Campaigns that show it. */
  campaigns: z.int(),
  /** 0–1 over `days`; `null` without calls. */
  answerRate: z.number().nullable(),
  /** Its last 7 days, oldest first, today last. */
  days: z.array(z.object({ day: z.string(), calls: z.int(), answered: z.int() })),
  score: spamScore,
})
export type NumberRow = z.infer<typeof numberRow>

/** A caller ID within one campaign. */
export const campaignNumberRow = numberRow.extend({
  /** Switched on in this campaign. */
  inUse: z.boolean(),
  weight: z.int(),
  /** From 0; round robin goes this way. */
  position: z.int(),
  /** Calls that it may still make today. */
  room: z.int(),
})
export type CampaignNumberRow = z.infer<typeof campaignNumberRow>

export const rotationSettings = campaignSettings.shape.rotation
export type RotationSettings = z.infer<typeof rotationSettings>

export const rotationPanel = z.object({
  at: instant,
  settings: rotationSettings,
  /** A resting number comes back early when its score is below this. */
  returnsBelow: z.int(),
  /** Goes back with `setRotation`: the second of two windows that save is refused. */
  revision: z.int(),
  /** What may be changed in the campaign's state; `locked` says why the rest may not. */
  editable: z.object({ list: z.boolean(), inUse: z.boolean(), settings: z.boolean() }),
  locked: z.string(),
  rows: z.array(campaignNumberRow),
  today: z.object({
    /** By the numbers of this campaign today, over all campaigns. */
    done: z.int(),
    /** Calls that the numbers in use may still make today. */
    room: z.int(),
    inUse: z.int(),
    /** Calls of this campaign in the last hour. */
    lastHour: z.int(),
    /** When the room is used up at the pace of the last hour; `null`: not today. */
    fullAt: instant.nullable(),
    /** When a number that is at its cap or excluded is usable again; `null`: none is. */
    moreRoomAt: instant.nullable(),
  }),
})
export type RotationPanel = z.infer<typeof rotationPanel>

/** Who would be shown to one contact now, first the next; numbers that cannot be shown come last. */
export const nextNumber = z.object({
  id: numberId,
  number: z.string(),
  name: z.string(),
  usable: z.boolean(),
  /** `same area, lowest score, 688 left today`. */
  why: z.string(),
  /** With the strategy `weighted`: its share of calls, 0–1. */
  share: z.number().nullable(),
  score: z.int(),
  level: z.enum(['good', 'watch', 'bad']),
})
export type NextNumber = z.infer<typeof nextNumber>

/** The contact that the number is shown to. */
export const shownTo = z.union([
  z.object({ lead: leadId }),
  z.object({ number: z.string().max(40), defaultCountry: z.string().length(2) }),
])

const one = z.object({ id: numberId })
const oneInCampaign = z.object({ campaign: campaignId, number: numberId })
const name = z.string().trim().max(80)
const proof = z.string().trim().max(500)
const source = z.string().trim().min(1).max(80)
const done = z.object({})

export const numbers = {
  list: procedure.output(z.array(numberRow)),
  create: procedure
    .input(
      z.object({
        number: z.string().max(40),
        name,
        defaultCountry: z.string().length(2),
        trunk: trunkId.nullable().optional(),
        proof: proof.optional(),
      }),
    )
    .output(z.object({ id: numberId })),
  update: procedure
    .input(
      one.extend({
        name: name.optional(),
        trunk: trunkId.nullable().optional(),
        proof: proof.optional(),
        zone: zone.optional(),
        enabled: z.boolean().optional(),
      }),
    )
    .output(done),
  remove: procedure.input(one).output(done),

  /** Excludes it at once, whatever its score. */
  rest: procedure
    .input(one.extend({ days: within(numberRanges.restDays) }))
    .output(z.object({ until: instant })),
  /** Ends its rest; it comes back on probation. */
  bringBack: procedure.input(one).output(done),
  setScore: procedure.input(one.extend({ score: within(numberRanges.score), source })).output(done),
  /** The estimate counts again. */
  clearScore: procedure.input(one).output(done),
  /** A file that the host took in, whose first line names a column “number” and one “score” (0–9). */
  importScores: procedure
    .input(z.object({ upload: z.string().max(100), source, defaultCountry: z.string().length(2) }))
    .output(
      z.object({
        set: z.int(),
        /** Rows about numbers that are none of ours. */
        others: z.int(),
        rejected: z.int(),
        /** The first hundred. */
        rejectedRows: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
      }),
    ),
  settings: procedure.output(
    z.object({
      /** Calls a day above which a number draws attention; new numbers begin lower. Not the campaign's cap. */
      ceilingPerDay: z.int(),
    }),
  ),
  updateSettings: procedure
    .input(z.object({ ceilingPerDay: within(numberRanges.ceilingPerDay) }))
    .output(done),

  ofCampaign: procedure.input(z.object({ campaign: campaignId })).output(rotationPanel),
  addToCampaign: procedure
    .input(z.object({ campaign: campaignId, numbers: z.array(numberId).min(1).max(1_000) }))
    .output(done),
  removeFromCampaign: procedure.input(oneInCampaign).output(done),
  /** All numbers of the campaign in their new order. */
  reorder: procedure
    .input(z.object({ campaign: campaignId, numbers: z.array(numberId).min(1).max(1_000) }))
    .output(done),
  setInCampaign: procedure
    .input(
      oneInCampaign.extend({
        inUse: z.boolean().optional(),
        weight: within(numberRanges.weight).optional(),
      }),
    )
    .output(done),
  setRotation: procedure
    .input(rotationSettings.partial().extend({ campaign: campaignId, revision: z.int() }))
    .output(z.object({ revision: z.int() })),
  next: procedure.input(z.object({ campaign: campaignId, to: shownTo })).output(z.array(nextNumber)),
}
