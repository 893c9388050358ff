import type { Kysely } from 'kysely'
import type { AgentVersionId, Instant, NumberId } from '../../domain/ids.ts'
import { homeOf } from '../../numbering/home-of.ts'
import { createAgent } from '../../store/save-agent.ts'
import { saveNumber } from '../../store/save-number.ts'
import type { Tables } from '../../store/tables.ts'
import { readSampleFlow, type SampleAgent, sampleAgents } from './sample-agents.ts'

export const callerIds = [
  { e164: '+493023125000', name: 'Berlin desk' },
  { e164: '+494066969000', name: 'Hamburg desk' },
  { e164: '+496990009000', name: 'Frankfurt desk' },
  { e164: '+498999998000', name: 'Munich desk' },
] as const

export interface DemoLines {
  readonly agents: Readonly<Record<SampleAgent, AgentVersionId>>
  readonly numbers: readonly NumberId[]
}

/** The agents and numbers that all campaigns of the demo share. To be called within a transaction. */
export async function createDemoLines(
  db: Kysely<Tables>,
  { resources, zone, now }: { readonly resources: string; readonly zone: string; readonly now: Instant },
): Promise<DemoLines> {
  const agent = async (key: SampleAgent) => {
    const flow = await readSampleFlow(resources, key)
    return (await createAgent(db, { ...sampleAgents[key], flow }, now)).version
  }
  const agents = {
    reminder: await agent('reminder'),
    survey: await agent('survey'),
    notification: await agent('notification'),
  }
  const numbers: NumberId[] = []
  for (const number of callerIds)
    numbers.push(await saveNumber(db, { ...number, ...homeOf(number.e164, zone) }, now))
  return { agents, numbers }
}
