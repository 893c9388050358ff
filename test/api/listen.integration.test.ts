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

/** An answered call that this desk has ended; one that ends by itself at that moment is left alone. */
async function aCallHungUp(): Promise<CallId> {
  for (let tries = 0; tries < 20; tries++) {
    const id = await anAnsweredCall()
    if ((await refusalOf(api.client.calls.hangUp({ id }))) !== null) continue
    await expect.poll(async () => (await api.client.calls.get({ id })).state).toBe('ended')
    if ((await api.client.calls.get({ id })).hungUpBy === 'supervisor') return id
  }
  throw new Error('No call was ended by the desk')
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

test('monitoring.md §2, “active calls … level meter”: how loud each answered call is, twice a second', async () => {
  let looks = 0
  for await (const levels of await api.client.workspace.levels()) {
    expect(levels.every(([, level]) => level >= 0 && level <= 1)).toBe(true)
    if (levels.some(([, level]) => level > 0.05)) return
    expect(++looks, 'somebody speaks before long').toBeLessThan(60)
  }
})

test('monitoring.md §4, “hang up” and “activity log … by whom”: a call that a supervisor ends is over, and the log says who', async () => {
  const call = await aCallHungUp()
  const { rows } = await api.client.activity.list({ kinds: ['campaigns'], limit: 20 })
  expect(rows.find(({ action }) => action === 'call.hang_up')).toMatchObject({
    actor: 'supervisor',
    subject: { kind: 'call', id: call },
  })
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
