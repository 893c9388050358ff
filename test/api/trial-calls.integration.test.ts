import { expect, test } from 'vitest'
import type { TrialNews } from '../../src-main/contract/trial-calls.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import { tone } from '../../src-main/telephony/media/tones.ts'
import { anApi, refusalOf } from '../make/api.ts'

const api = anApi()

const flow: Flow = {
  start: 'ask',
  maxCallSeconds: 60,
  defaults: { contact_name: 'somebody' },
  steps: {
    ask: {
      do: 'ask',
      text: 'Hello {{contact_name}}. Press 1 or 9.',
      store: 'wish',
      choices: { '1': { label: 'Yes', next: 'reached' }, '9': { label: 'Stop', next: 'out' } },
      waitSeconds: 20,
      tries: 1,
      onSilence: 'bye',
    },
    reached: { do: 'goal', name: 'confirmed', outcome: 'achieved', next: 'bye' },
    out: { do: 'opt_out', scope: 'all', next: 'bye' },
    bye: { do: 'end', text: 'Bye.' },
  },
}

type Begun = Extract<TrialNews, { is: 'begun' }>['call']
interface Doings {
  /** Once the agent has been asked something. */
  readonly asked: (call: Begun) => Promise<unknown>
  /** Once the call is there to be heard. */
  readonly answered?: (call: Begun) => Promise<unknown>
}

/** A whole call. @returns all that was told of it */
async function aTrial({ asked, answered }: Doings, signal?: AbortSignal): Promise<TrialNews[]> {
  const told: TrialNews[] = []
  const doings: Promise<unknown>[] = []
  let call: Begun | null = null
  const options = signal ? { signal } : {}
  for await (const news of await api.client.trialCalls.call(
    { flow, variables: { contact_name: 'Anna' } },
    options,
  )) {
    told.push(news)
    if (news.is === 'begun') call = news.call
    if (call === null) throw new Error('It has no number')
    if (news.is === 'answered' && answered) doings.push(answered(call))
    if (news.is === 'saying' && news.step === 'ask') doings.push(asked(call))
  }
  await Promise.all(doings)
  return told
}

const happened = (told: readonly TrialNews[]) =>
  told.flatMap(news => (news.is === 'happened' ? [news.event] : []))

const press = (key: '1' | '9') => (call: Begun) => api.client.trialCalls.press({ call, key })

/** How many rows every table of the workspace has. */
async function traces() {
  const { db } = api.services
  const counted = await Promise.all(
    (await db.introspection.getTables()).map(async ({ name }) => {
      const rows = await db
        .selectFrom(name as 'calls')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return [name, rows.rows] as const
    }),
  )
  expect(Object.keys(Object.fromEntries(counted))).toEqual(
    expect.arrayContaining(['calls', 'leads', 'contacts', 'suppressions', 'trunks', 'numbers', 'audit']),
  )
  return Object.fromEntries(counted)
}

test('agents.md 1: an agent is talked to from the desk: its voice is heard, and a key leads to the goal of its flow', async () => {
  let loudest = 0
  const told = await aTrial({
    answered: async call => {
      for await (const { sound } of await api.client.trialCalls.hear({ call })) {
        const bytes = Buffer.from(sound, 'base64')
        expect(bytes.length, '40 ms of one side').toBe(640)
        for (let at = 0; at < bytes.length; at += 2) loudest = Math.max(loudest, bytes.readInt16LE(at))
      }
    },
    asked: press('1'),
  })
  expect(told[0]?.is).toBe('begun')
  expect(told).toContainEqual({ is: 'saying', step: 'ask', text: 'Hello Anna. Press 1 or 9.' })
  expect(happened(told)).toMatchObject([
    { is: 'agent_said', text: 'Hello Anna. Press 1 or 9.', interrupted: true },
    { is: 'key_pressed', key: '1' },
    { is: 'answer', store: 'wish', value: '1', label: 'Yes' },
    { is: 'goal', name: 'confirmed', outcome: 'achieved' },
    { is: 'agent_said', text: 'Bye.', interrupted: false },
    { is: 'ended_by_agent' },
  ])
  expect(told.at(-1)).toEqual({ is: 'ended', by: 'agent', trouble: null })
  expect(loudest, 'the agent was heard').toBeGreaterThan(3_000)
})

test('agents.md 1: who opts out while trying an agent leaves no trace: no call, contact, trunk or do-not-call entry', async () => {
  const before = await traces()
  const told = await aTrial({ asked: press('9') })
  expect(happened(told)).toContainEqual(expect.objectContaining({ is: 'opt_out', scope: 'all' }))
  expect(await traces()).toEqual(before)
  expect(await api.client.workspace.activeCalls().then(calls => calls.next())).toMatchObject({ value: [] })
})

test('what is said into the microphone arrives at the agent', async () => {
  const samples = tone([300, 700], 40, -10)
  const sound = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64')
  const told = await aTrial({
    asked: async call => {
      for (let part = 0; part < 20; part++) {
        await api.client.trialCalls.speak({ call, sound })
        await new Promise(resolve => setTimeout(resolve, 40))
      }
      // Silence ends what was said.
      await new Promise(resolve => setTimeout(resolve, 1_500))
      await api.client.trialCalls.press({ call, key: '1' })
    },
  })
  expect(happened(told)).toContainEqual(expect.objectContaining({ is: 'person_spoke' }))
})

test('hanging up at the desk ends the call, and nobody can act on it afterwards', async () => {
  let ended: Begun | null = null
  const told = await aTrial({
    asked: async call => {
      ended = call
      await api.client.trialCalls.hangUp({ call })
    },
  })
  expect(told.at(-1)).toEqual({ is: 'ended', by: 'person', trouble: null })
  if (ended === null) throw new Error('It never began')
  await expect
    .poll(() => refusalOf(api.client.trialCalls.press({ call: ended as unknown as Begun, key: '1' })))
    .toMatchObject({ code: 'call_over' })
})

test('a window that closes ends its call: so many can follow one another as must not go on at once', async () => {
  const windows = Array.from({ length: 5 }, () => new AbortController())
  const calls = await Promise.all(
    windows.map(({ signal }) => api.client.trialCalls.call({ flow, variables: {} }, { signal })),
  )
  expect(await refusalOf(api.client.trialCalls.call({ flow, variables: {} }))).toMatchObject({ code: 'busy' })
  for (const window of windows) window.abort()
  await Promise.allSettled(calls.map(call => call.return()))
  await expect
    .poll(() => aTrial({ asked: press('1') }).then(told => told.at(-1)), { timeout: 20_000 })
    .toMatchObject({
      is: 'ended',
      by: 'agent',
    })
})
