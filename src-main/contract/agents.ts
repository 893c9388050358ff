import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Flow } from '../domain/flow.ts'
import { agentId, errors, instant, numberId } from './values.ts'

const procedure = oc.errors(errors)

export const agentRow = z.object({
  id: agentId,
  name: z.string(),
  /** One sentence: what it does on a call. */
  purpose: z.string(),
  version: z.int(),
  publishedAt: instant,
  variables: z.array(z.string()),
  campaigns: z.int(),
  /** Caller IDs that belong to it, in their order: a new campaign with it shows these. */
  numbers: z.array(numberId),
})
export type AgentRow = z.infer<typeof agentRow>

const agentDetail = agentRow.extend({
  flow: z.custom<Flow>(value => typeof value === 'object' && value !== null),
})
export type AgentDetail = z.infer<typeof agentDetail>

export const agents = {
  /** The whole list, in its order. Campaigns that exist keep the numbers that they have. */
  setNumbers: procedure
    .input(z.object({ id: agentId, numbers: z.array(numberId).max(1_000) }))
    .output(z.object({})),
  list: procedure.output(z.array(agentRow)),
  get: procedure.input(z.object({ id: agentId })).output(agentDetail),
}
