import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Flow } from '../../domain/flow.ts'
import type { ReadyMadeAgent, ReadyMadeLanguage } from '../../domain/ready-made-agents.ts'

/** The ready-made agents; their flows lie in `resources/agents/<language>`. */
export const sampleAgents = {
  reminder: {
    name: 'Clara',
    purpose: 'Appointment reminder: confirms by key, or notes the wish for another time.',
  },
  survey: { name: 'Jonas', purpose: 'Short survey: asks questions that are answered by key.' },
  notification: { name: 'Nora', purpose: 'Notification: tells one message and asks for a key as receipt.' },
} as const satisfies Record<ReadyMadeAgent, { readonly name: string; readonly purpose: string }>
export type SampleAgent = keyof typeof sampleAgents

export const isSampleAgent = (name: string): name is SampleAgent => Object.hasOwn(sampleAgents, name)

/** @param resources path of the `resources` folder */
export const readSampleFlow = async (
  resources: string,
  agent: SampleAgent,
  language: ReadyMadeLanguage = 'en',
): Promise<Flow> =>
  JSON.parse(await readFile(join(resources, 'agents', language, `${agent}.json`), 'utf8')) as Flow
