import { implement } from '@orpc/server'
import type { AgentRow } from '../contract/agents.ts'
import { contract } from '../contract/contract.ts'
import { flowVariables } from '../domain/fill-text.ts'
import { numbersOfAgent, type PublishedAgent, readAgents } from '../store/read-agents.ts'
import { setAgentNumbers } from '../store/save-agent.ts'
import { audited } from './audited.ts'
import { checkNumbers } from './check-numbers.ts'
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

  setNumbers: os.setNumbers.handler(async ({ input: { id, numbers }, context }) => {
    await context.change(async tx => {
      const agent = await tx.selectFrom('agents').select('id').where('id', '=', id).executeTakeFirst()
      if (agent === undefined) throw notFound('agent', id)
      await checkNumbers(tx, numbers)
      const before = await numbersOfAgent(tx, id)
      await setAgentNumbers(tx, id, numbers)
      const entry = { action: 'agent.numbers', subject: `agent ${id}` }
      await audited(tx, entry, { numbers: before }, { numbers }, context.now())
    })
    return {}
  }),
})

const rowOf = ({ flow, numbers, versionId: _, ...agent }: PublishedAgent): AgentRow => ({
  ...agent,
  numbers: [...numbers],
  variables: [...flowVariables(flow)],
})
