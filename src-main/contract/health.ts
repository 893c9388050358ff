import { oc } from '@orpc/contract'
import { z } from 'zod'
import { findingLevels } from '../domain/health/finding.ts'
import { spamSignals } from '../domain/spam-score.ts'
import { campaignId, errors, instant, numberId, trunkId } from './values.ts'

const level = z.enum(findingLevels)

/** One thing that needs a look, with the figures that say so; shares are 0–1, money in millionths. */
export const finding = z.discriminatedUnion('is', [
  z.object({ is: z.literal('cannot_start'), level, reason: z.string(), why: z.string() }),
  z.object({
    is: z.literal('trunk_down'),
    level,
    trunk: trunkId,
    name: z.string(),
    why: z.string(),
    since: instant,
    others: z.int(),
  }),
  z.object({ is: z.literal('failures'), level, failed: z.int(), ended: z.int(), since: instant }),
  z.object({
    is: z.literal('low_answers'),
    level,
    people: z.int(),
    ended: z.int(),
    usual: z.number().nullable(),
  }),
  z.object({
    is: z.literal('slow'),
    level,
    callsPerHour: z.number(),
    callsLeft: z.int(),
    hoursLeft: z.number(),
    by: z.enum(['hourly_cap', 'interval', 'lines']).nullable(),
  }),
  z.object({ is: z.literal('abandoned'), level, share: z.number(), cap: z.number(), days: z.number() }),
  z.object({
    is: z.literal('budget'),
    level,
    spentMicros: z.number(),
    budgetMicros: z.number(),
    currency: z.string(),
    reachedAt: instant.nullable(),
  }),
  z.object({
    is: z.literal('balance'),
    level,
    balanceMicros: z.number(),
    currency: z.string(),
    usedUpAt: instant,
  }),
  z.object({
    is: z.literal('numbers_full'),
    level,
    room: z.int(),
    wanted: z.int(),
    fullAt: instant,
    until: instant,
  }),
  z.object({
    is: z.literal('number_score'),
    level,
    number: numberId,
    e164: z.string(),
    score: z.int(),
    limit: z.int(),
    most: z.object({ signal: z.enum(spamSignals), seen: z.string() }).nullable(),
  }),
])
export type Finding = z.infer<typeof finding>

const procedure = oc.errors(errors)
const findings = z.array(finding).readonly()

export const health = {
  /** Gravest first; empty when nothing is wrong. */
  ofCampaign: procedure.input(z.object({ id: campaignId })).output(z.object({ at: instant, findings })),
  /** Of the campaigns that are at work and have something to look at. */
  list: procedure.output(
    z.object({
      at: instant,
      campaigns: z.array(z.object({ id: campaignId, name: z.string(), findings })),
    }),
  ),
}
