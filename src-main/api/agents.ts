import { implement } from '@orpc/server'
import type { AgentRow } from '../contract/agents.ts'
import { contract } from '../contract/contract.ts'
import { flowVariables } from '../domain/fill-text.ts'
import { type PublishedAgent, readAgents } from '../store/read-agents.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.agents).$context<Services>()

export const agents = os.router({
  list: os.list.handler(async ({ context }) => (await readAgents(context.db)).map(rowOf)),

  get: os.get.handler(async ({ input, context }) => {
    const agent = (await readAgents(context.db)).find(stored => stored.id === input.id)
    if (agent === undefined) throw notFound('agent', input.id)
    return { ...rowOf(agent), flow: agent.flow }
  }),
})

const rowOf = ({ id, name, purpose, version, publishedAt, campaigns, flow }: PublishedAgent): AgentRow => ({
  id,
  name,
  purpose,
  version,
  publishedAt,
  campaigns,
  variables: [...flowVariables(flow)],
})
