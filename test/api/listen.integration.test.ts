import { beforeAll, expect, test } from 'vitest'
import type { CallId, CampaignId } from '../../src-main/domain/ids.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { anApi, type ComposedApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

type Choices = Parameters<ComposedApi['client']['launch']['start']>[0]['choices']
const demo = 1 as CampaignId

beforeAll(() => api.client.launch.start({ id: demo, choices: structuredClone(launchDefaults) as Choices }))

/** The first call that somebody has answered. */
async function anAnsweredCall(): Promise<CallId> {
  for await (const calls of await api.client.workspace.activeCalls()) {
    const answered = calls.find(({ state }) => state === 'answered')
    if (answered) return answered.call
  }
  throw new Error('The live view ended')
}

/** Listens until the call ends. @returns all frames */
async function listenedTo(call: CallId): Promise<Buffer[]> {
  const frames: Buffer[] = []
  for await (const { frame } of await api.client.calls.listen({ id: call }))
    frames.push(Buffer.from(frame, 'base64'))
  return frames
}

const listenings = (call: CallId) =>
  api.services.db
    .selectFrom('audit')
    .select(['actor', 'subject'])
    .where('action', '=', 'call.listen')
    .where('subject', '=', `call ${call}`)
    .execute()

test('monitoring.md 4: a supervisor listens to a live call until it ends, and the log says who', async () => {
  const call = await anAnsweredCall()
  const heard = listenedTo(call)
  const alsoHeard = listenedTo(call)
  await expect.poll(() => listenings(call)).toHaveLength(2)
  const [frames, others] = await Promise.all([heard, alsoHeard])
  for (const all of [frames, others]) {
    expect(all.length).toBeGreaterThan(10)
    // 40 ms of two sides at 8 kHz, 16 bits each.
    expect(new Set(all.map(({ length }) => length))).toEqual(new Set([1_280]))
  }
  const loudest = Math.max(...frames.flatMap(frame => [...new Int16Array(new Uint8Array(frame).buffer)]))
  expect(loudest, 'somebody spoke').toBeGreaterThan(1_000)
  expect(await listenings(call)).toEqual([
    { actor: 'supervisor', subject: `call ${call}` },
    { actor: 'supervisor', subject: `call ${call}` },
  ])
  expect(await refusalOf(listenedTo(call))).toMatchObject({ code: 'call_over' })
})

test('a call that rings cannot be listened to yet, and leaves nothing in the log', async () => {
  for await (const calls of await api.client.workspace.activeCalls()) {
    const ringing = calls.find(({ state }) => state === 'ringing')
    if (!ringing) continue
    const code = (await refusalOf(listenedTo(ringing.call)))?.code
    // It may have been answered, or be over, by now.
    if (code !== 'not_answered') continue
    expect(await listenings(ringing.call)).toEqual([])
    return
  }
})

test('who stops listening leaves the call as it is', async () => {
  let frames = 0
  for (let tries = 0; frames === 0 && tries < 50; tries++) {
    const leave = new AbortController()
    const call = await anAnsweredCall()
    // It may end at this very moment: the next one will do.
    const sound = await api.client.calls.listen({ id: call }, { signal: leave.signal }).catch(() => [])
    for await (const _ of sound) if (++frames === 5) break
    leave.abort()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  expect(frames).toBe(5)
})
