import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Flow } from '../../src-main/domain/flow.ts'
import type { CallOutcome } from '../../src-main/engine/ports/dialer.ts'
import type { Speech } from '../../src-main/voice/agent-call.ts'
import { createSpeech } from '../../src-main/voice/create-speech.ts'
import { type Exchange, openExchange } from './open-exchange.ts'

const root = join(import.meta.dirname, '../..')
const agent = (name: string): Flow =>
  JSON.parse(readFileSync(join(root, `resources/agents/en/${name}.json`), 'utf8'))

let exchange: Exchange
let speech: Speech
const cacheDir = mkdtempSync(join(tmpdir(), 'speech-'))

beforeAll(async () => {
  exchange = await openExchange({
    makeSpeech: media => {
      speech = createSpeech({ media, cacheDir, workerPath: join(root, 'src-main/voice/speech-worker.ts') })
      return speech
    },
  })
  for (const name of ['reminder', 'survey', 'notification']) await speech.prepare(agent(name))
})
afterAll(async () => {
  await exchange.close()
  await speech.close()
  rmSync(cacheDir, { recursive: true, force: true })
})

const call = async (name: string, to: string): Promise<CallOutcome> => {
  const placed = await exchange.place({ to, flow: agent(name), variables: { contact_name: 'Anna Berg' } })
  return placed.ended
}
const goalOf = ({ conversation }: CallOutcome) =>
  conversation.flatMap(event => (event.is === 'goal' ? [event.outcome] : []))

describe.concurrent('with real speech on both sides', () => {
  test.each([
    ['reminder', '10', 'achieved'],
    ['reminder', '11', 'partially_achieved'],
    ['reminder', '07', 'not_achieved'],
    ['survey', '10', 'achieved'],
    ['notification', '10', 'achieved'],
  ])('the %s agent and a person with number …%s come to an end: %s', async (name, ending, goal) => {
    const outcome = await call(name, `+4930400${name.length}00${ending}`)
    expect(outcome).toMatchObject({ result: 'answered', hungUpBy: 'agent' })
    expect(goalOf(outcome)).toEqual([goal])
    expect(JSON.stringify(outcome.conversation)).not.toContain('speech failed')
  })

  test('an opt-out is told', async () => {
    const outcome = await call('notification', '+49304001000007')
    expect(outcome.conversation).toContainEqual(expect.objectContaining({ is: 'opt_out', scope: 'all' }))
  })
})
