import { z } from 'zod'
import { flowShape } from '../contract/flow-shape.ts'
import type { Flow } from '../domain/flow.ts'
import { badInputRefusal, problemsOf } from './bad-input.ts'
import { refused } from './refuse.ts'

/** A flow to read, keep and import elsewhere. */
const file = z.strictObject({
  format: z.literal('trunkline-flow'),
  version: z.literal(1),
  name: z.string().max(200).default(''),
  flow: flowShape,
})

export function flowFile(name: string, flow: Flow): { fileName: string; text: string } {
  const written = { format: 'trunkline-flow', version: 1, name, flow }
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return { fileName: `${plain || 'agent'}-flow.json`, text: `${JSON.stringify(written, null, 2)}\n` }
}

/** Refuses in words what is no flow, naming the place. */
export function flowOfFile(text: string): Flow {
  const read = file.safeParse(parsed(text))
  if (read.success) return read.data.flow
  throw refused({ ...badInputRefusal(problemsOf(read.error.issues)), code: 'bad_flow' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused({
      code: 'bad_flow',
      what: `This is not a flow: ${error instanceof Error ? error.message : error}.`,
      cure: 'Choose a file that was exported here, or mend it at that place.',
    })
  }
}
