import { z } from 'zod'
import { type CallFilter, callGoals } from '../domain/call-filter.ts'
import { zone } from './settings.ts'
import { agentId, callResult, campaignId, instant, numberId, trunkId } from './values.ts'

export type { CallFilter }

const most = 200
const text = z.string().max(200).default('')
const seconds = z.int().min(0).max(86_400).nullable().default(null)

/** Which calls are listed, counted, exported. What is left out asks for nothing. */
export const callFilter = z.object({
  campaigns: z.array(campaignId).max(most).readonly().default([]),
  results: z.array(callResult).readonly().default([]),
  agents: z.array(agentId).max(most).readonly().default([]),
  numbers: z.array(numberId).max(most).readonly().default([]),
  trunks: z.array(trunkId).max(most).readonly().default([]),
  goals: z.array(z.enum(callGoals)).readonly().default([]),
  from: instant.nullable().default(null),
  to: instant.nullable().default(null),
  hour: z
    .object({
      weekday: z.int().min(1).max(7),
      hour: z.int().min(0).max(23),
      zone: z.union([z.literal('contact'), zone]),
    })
    .nullable()
    .default(null),
  minTalkSeconds: seconds,
  maxTalkSeconds: seconds,
  optedOut: z.boolean().default(false),
  recorded: z.boolean().default(false),
  search: text,
  said: text,
}) satisfies z.ZodType<CallFilter>
