import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Flow } from '../../src-main/domain/flow.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'
import type { LegEvent, MediaLeg, MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { AgentCall, Speech } from '../../src-main/voice/agent-call.ts'
import { createAgentCall } from '../../src-main/voice/create-agent-call.ts'
import { createSpeech } from '../../src-main/voice/create-speech.ts'
import { notSpoken } from '../../src-main/voice/speaker.ts'
import { aFlow } from '../domain/a-flow.ts'
import { onset, readWav } from '../telephony/media/hearing.ts'
import { anEnd, aPool, type End, passed, towards } from '../telephony/media/two-legs.ts'

const flow = aFlow({
  hello: { do: 'say', text: 'Hello. I am a computer.', next: 'question' },
  question: {
    do: 'ask',
    text: 'Dear {{contact_name}}, press 1 if you can hear me well and clearly.',
    store: 'heard',
    choices: { '1': { label: 'Yes', next: 'done' } },
    waitSeconds: 1,
    tries: 1,
    onSilence: 'never',
  },
  done: { do: 'goal', name: 'reached', outcome: 'achieved', next: 'bye' },
  never: { do: 'opt_out', scope: 'campaign', next: 'bye' },
  bye: { do: 'end', text: 'Bye.' },
})

let folder: string
let media: MediaPool
let speech: Speech
beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), 'agent-call-'))
  media = await aPool()
  const workerPath = fileURLToPath(new URL('../../src-main/voice/speech-worker.ts', import.meta.url))
  speech = createSpeech({ media, cacheDir: path(folder, 'speech'), workerPath })
  await speech.prepare(flow)
})
afterAll(async () => {
  await speech.close()
  await media.close()
  await rm(folder, { recursive: true })
})

interface Talk {
  readonly told: ConversationEvent[]
  readonly person: End
  readonly agent: AgentCall
  readonly hungUp: Promise<void>
  close(): Promise<void>
}

/** A connected call: our agent on one end, the test with a telephone on the other. */
async function aTalk(given: { flow?: Flow; speech?: Speech; record?: string } = {}): Promise<Talk> {
  const told: ConversationEvent[] = []
  const person = await anEnd(media, given.record ?? null)
  const { promise: hungUp, resolve: hangUp } = Promise.withResolvers<void>()
  let agent: AgentCall | null = null
  const leg = await media.open({ record: null, onEvent: (event: LegEvent) => agent?.heard(event) })
  if ('refused' in leg) throw new Error(leg.refused)
  person.leg.connect(towards(leg.localPort))
  leg.connect(towards(person.leg.localPort))
  agent = createAgentCall({
    flow,
    speech,
    variables: { contact_name: 'Anna' },
    leg: leg as MediaLeg,
    happened: event => told.push(event),
    hangUp,
    ...given,
  })
  const close = async () => {
    agent?.stop()
    await Promise.all([leg.close(), person.leg.close()])
  }
  return { told, person, agent, hungUp, close }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tried = 0; tried < 500; tried++) {
    if (holds()) return
    await passed(20)
  }
  throw new Error('Waited in vain')
}

const said = (told: readonly ConversationEvent[]) =>
  told.flatMap(event => (event.is === 'agent_said' ? [event] : []))

test('a person who presses the key is thanked, and the transcript has it in order', {
  timeout: 15_000,
}, async () => {
  const record = path(folder, 'thanked.wav')
  const { told, person, hungUp, close } = await aTalk({ record })
  await until(() => said(told).length === 1)
  await passed(100)
  person.leg.sendKey('1')
  await hungUp
  await close()
  expect(told.filter(({ is }) => is !== 'person_spoke')).toMatchObject([
    { is: 'agent_said', text: 'Hello. I am a computer.', interrupted: false },
    { is: 'agent_said', text: 'Dear Anna, press 1 if you can hear me well and clearly.', interrupted: true },
    { is: 'key_pressed', key: '1' },
    { is: 'answer', store: 'heard', value: '1', label: 'Yes' },
    { is: 'goal', name: 'reached', outcome: 'achieved' },
    { is: 'agent_said', text: 'Bye.', interrupted: false },
    { is: 'ended_by_agent' },
  ])
  const times = told.filter(({ is }) => is !== 'person_spoke').map(({ atMs }) => atMs)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(onset(readWav(await readFile(record)).left, 500)).toBeGreaterThan(0)
})

test('a person who stays silent is asked, waited for, and let go', { timeout: 15_000 }, async () => {
  const { told, hungUp, close } = await aTalk()
  await hungUp
  await close()
  expect(told.map(({ is }) => is)).toEqual([
    'agent_said',
    'agent_said',
    'opt_out',
    'agent_said',
    'ended_by_agent',
  ])
})

test('what the person says is in the transcript with its length', async () => {
  const { told, person, close } = await aTalk()
  person.leg.playSamples(await speech.speak('Yes, good morning, who is there?'))
  await person.until(event => event.is === 'played')
  await passed(600)
  await close()
  const spoken = told.flatMap(event => (event.is === 'person_spoke' ? [event.forMs] : []))
  expect(spoken.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(1000)
})

test('a key that comes as sound and as SIP INFO counts once', async () => {
  const { told, person, agent, hungUp, close } = await aTalk()
  await person.until(event => event.is === 'speech_started')
  agent.key('5')
  person.leg.sendKey('5')
  await passed(400)
  agent.key('nonsense')
  expect(told.filter(({ is }) => is === 'key_pressed')).toHaveLength(1)
  agent.key('1')
  await hungUp
  await close()
})

test('a call that the person ends keeps the words that were cut off, and tells nothing afterwards', async () => {
  const { told, person, agent, close } = await aTalk()
  await person.until(event => event.is === 'speech_started')
  agent.stop()
  expect(said(told)).toMatchObject([{ text: 'Hello. I am a computer.', interrupted: true }])
  const before = told.length
  agent.key('1')
  agent.stop()
  await passed(300)
  expect(told).toHaveLength(before)
  await close()
})

test('when speech fails the person hears a tone, the call goes on and the transcript says so', async () => {
  const broken = createSpeech({
    media,
    cacheDir: path(folder, 'none'),
    workerPath: path(folder, 'no-worker.mjs'),
  })
  const { told, person, hungUp, close } = await aTalk({ speech: broken })
  await person.until(event => event.is === 'speech_started')
  await hungUp
  await close()
  expect(said(told).map(({ text }) => text.endsWith(notSpoken))).toEqual([true, true, true])
})

test('when speech hangs, a tone comes instead of silence', { timeout: 15_000 }, async () => {
  const workerPath = path(folder, 'hanging-worker.mjs')
  await writeFile(
    workerPath,
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => {})",
  )
  const hanging = createSpeech({ media, cacheDir: path(folder, 'none'), workerPath })
  const { person, close } = await aTalk({ speech: hanging })
  await person.until(event => event.is === 'speech_started', 4000)
  await hanging.close()
  await close()
})

test('a call is ended when it takes too long', async () => {
  const { told, hungUp, close } = await aTalk({ flow: { ...flow, maxCallSeconds: 0.5 } })
  await hungUp
  await close()
  expect(told.map(({ is }) => is)).toEqual(['agent_said', 'ended_by_agent'])
})
