import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testCall } from '../../src-main/api/test-call.ts'
import { channelFor, type RunningCalls } from '../../src-main/api/test-call-refusals.ts'
import type { TestCallNews, TestCallWish, TrunkForm } from '../../src-main/contract/lines.ts'
import { testCallFlow } from '../../src-main/dialer/test-call/test-call-flow.ts'
import type { E164, TrunkId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import type { SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import { addTestCall } from '../../src-main/store/test-calls.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../src-main/telephony/practice/carrier.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { openMedia } from '../dialer/open-exchange.ts'
import { anApi, refusalOf } from '../make/api.ts'

const api = anApi()

let media: MediaPool
let carrier: Carrier
let trunk: TrunkForm & { id: TrunkId }
const shown = '+493099999901'

beforeAll(async () => {
  media = await openMedia()
  carrier = await createCarrier({ host: '127.0.0.1', port: 0, seed: 3, speed: 20, media, now: Date.now })
  const form: TrunkForm = {
    name: 'Main line',
    host: '127.0.0.1',
    port: carrier.port,
    user: '',
    register: false,
    numberFormat: 'e164_plus',
    maxCalls: 1,
  }
  trunk = { ...form, ...(await api.client.trunks.create(form)) }
  await api.client.numbers.create({ number: shown, name: 'Desk', defaultCountry: 'DE' })
})
afterAll(async () => {
  await carrier.close()
  await media.close()
})

let calledBefore = 0
beforeEach(() => {
  calledBefore = carrier.ledger().length
})
const called = () => carrier.ledger().slice(calledBefore)

const ask = (call: Partial<TestCallWish>, form: Partial<TrunkForm> = {}, signal?: AbortSignal) =>
  api.client.trunks.testCall(
    {
      ...trunk,
      ...form,
      call: { to: '030 23125110', country: 'DE', callerId: shown, language: 'en', ...call },
    },
    signal ? { signal } : {},
  )

async function tell(news: AsyncIterable<TestCallNews>) {
  const told: TestCallNews[] = []
  for await (const one of news) told.push(one)
  return told
}

const noted = async () =>
  (await api.client.activity.list({ offset: 0, limit: 50 })).rows.filter(({ action }) =>
    action.startsWith('trunk.test_call'),
  )

test('telephony.md 1: a test call goes out once, is told layer by layer, and stands in the activity log and nowhere else', async () => {
  const told = await tell(await ask({}))
  expect(told[0]).toEqual({ is: 'begun', test: expect.any(String) })
  expect(told.slice(1, -1)).toEqual(['calling', 'ringing', 'answered'].map(stage => ({ is: 'now', stage })))
  const last = told.at(-1)
  if (last?.is !== 'tested') throw new Error('It was not tested')
  expect(last.steps.map(({ layer }) => layer)).toEqual([
    'name',
    'route',
    'answer',
    'ready',
    'call',
    'codec',
    'sound',
  ])
  expect(last.steps.filter(({ ok }) => !ok)).toEqual([])
  expect(called()).toMatchObject([{ number: '+493023125110', callerId: shown, pressed: '1' }])
  const { db } = api.services
  for (const table of ['calls', 'test_calls', 'contacts', 'leads'] as const)
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
  const [over, begun] = await noted()
  expect(begun).toMatchObject({
    action: 'trunk.test_call',
    actor: 'supervisor',
    subject: { kind: 'trunk', id: trunk.id, name: 'Main line' },
  })
  expect(begun?.notes).toEqual(
    expect.arrayContaining([
      { name: 'number', value: '+493023125110' },
      { name: 'shown', value: shown },
    ]),
  )
  expect(over?.notes).toContainEqual({ name: 'outcome', value: last.steps.at(-1)?.text })
})

test('telephony.md 1: a trunk that is not saved yet shows its own user, and is called too', async () => {
  const { id: _, ...form } = trunk
  const told = await tell(
    await api.client.trunks.testCall({
      ...form,
      name: 'Not saved',
      user: 'desk',
      call: { to: '+49 30 23125 101', country: 'DE', callerId: null, language: 'de' },
    }),
  )
  expect(told.at(-1)).toMatchObject({
    steps: expect.arrayContaining([expect.objectContaining({ layer: 'call', ok: false })]),
  })
  expect(called()).toMatchObject([{ callerId: 'desk', code: 486 }])
  expect((await noted())[0]).toMatchObject({ subject: { id: null, name: 'Not saved' } })
})

test.each([
  ['112', 'bad_number'],
  ['0900 1234567', 'bad_number'],
  ['+49 30 112', 'bad_number'],
  ['nobody', 'bad_number'],
  ['+49 30 23125 210', 'do_not_call'],
  ['+33 1 42 68 53 00', 'blocked'],
])('compliance.md 1: %s is not called by a test either: %s', async (to, code) => {
  const { client } = api
  await client.doNotCall.add({ numbers: ['+493023125210'], country: 'DE', reason: 'asked', expiresAt: null })
  await client.doNotCall.addBlock({ of: 'prefix', value: '+33', reason: 'no office there' })
  const before = (await noted()).length
  expect(await refusalOf(ask({ to }))).toMatchObject({ code, field: 'to' })
  expect(called()).toEqual([])
  expect(await noted()).toHaveLength(before)
})

test('a caller number must be one that this workspace may show over the trunk', async () => {
  const { client } = api
  const other = await client.trunks.create({ ...trunk, name: 'Other' })
  await client.numbers.create({ number: '+493099999902', name: '', defaultCountry: 'DE', trunk: other.id })
  const { id: off } = await client.numbers.create({
    number: '+493099999903',
    name: '',
    defaultCountry: 'DE',
  })
  await client.numbers.update({ id: off, enabled: false })
  const ends = await Promise.all(
    ['+493099999902', '+493099999903', '+493099999904', null].map(callerId => refusalOf(ask({ callerId }))),
  )
  expect(ends.map(end => end?.code)).toEqual([
    'bad_caller_number',
    'bad_caller_number',
    'bad_caller_number',
    'no_caller_number',
  ])
  expect(called()).toEqual([])
})

/** Until it rings. */
async function ringing(asked: ReturnType<typeof ask>) {
  const news = await asked
  let test = ''
  for (;;) {
    const value = (await news.next()).value as TestCallNews | undefined
    if (value?.is === 'begun') test = value.test
    if (value?.is === 'now' && value.stage === 'ringing') return { test, rest: () => tell(news) }
    if (value === undefined || value.is === 'tested') throw new Error('It did not ring')
  }
}

const nobody = '+493023125302'

test('who leaves hangs up', async () => {
  const leave = new AbortController()
  await ringing(ask({ to: nobody }, {}, leave.signal))
  leave.abort()
  await expect.poll(() => called()[0]?.endedBy).toBe('cancel')
  await expect
    .poll(async () => (await noted())[0]?.notes)
    .toContainEqual({ name: 'outcome', value: 'The window was left before anybody answered.' })
})

test('who has left before anything is sent calls nobody', async () => {
  const { id, password: _, ...form } = trunk
  const config = { id, name: form.name, settings: { ...trunkDefaults, ...form, maxCalls: 2 }, password: null }
  const wish: TestCallWish = { to: nobody, country: 'DE', callerId: shown, language: 'en' }
  const told = await tell(await testCall(api.services, config, wish, AbortSignal.abort()))
  expect(told.at(-1)).toMatchObject({
    steps: expect.arrayContaining([
      { layer: 'call', ok: false, text: 'The window was left before the call left.' },
    ]),
  })
  expect(called()).toEqual([])
})

test('telephony.md 1: whoever hangs up is told what the test has shown until then', async () => {
  const { test, rest } = await ringing(ask({ to: nobody }))
  await api.client.trunks.hangUpTestCall({ test: 'another' })
  await api.client.trunks.hangUpTestCall({ test })
  expect((await rest()).at(-1)).toMatchObject({
    is: 'tested',
    steps: [
      { layer: 'name', ok: true },
      { layer: 'route', ok: true },
      { layer: 'answer', ok: true },
      { layer: 'ready', ok: true },
      { layer: 'call', ok: false, text: 'You hung up before anybody answered.' },
    ],
  })
  expect(called()).toMatchObject([{ endedBy: 'cancel' }])
})

test('telephony.md 2: a test call is one of the calls that its trunk carries, until it is over', async () => {
  const callsOn = async () => (await api.client.trunks.list()).find(({ id }) => id === trunk.id)?.activeCalls
  const { test, rest } = await ringing(ask({ to: nobody }))
  expect(await callsOn()).toBe(1)
  const { db } = api.services
  expect(await db.selectFrom('test_calls').select(['to_number', 'dialog']).execute()).toEqual([
    { to_number: nobody, dialog: null },
  ])
  expect(await refusalOf(ask({}))).toMatchObject({ code: 'trunk_full' })
  await api.client.trunks.hangUpTestCall({ test })
  await rest()
  expect(await callsOn()).toBe(0)
  expect(await db.selectFrom('test_calls').selectAll().execute()).toEqual([])
})

test('desktop.md 1: “Pause everything” ends test and rehearsal calls at once, whatever becomes of the campaigns’ calls', async () => {
  const { rest } = await ringing(ask({ to: nobody }))
  const trial = await api.client.trialCalls.call({ flow: testCallFlow('en'), variables: {} })
  let stopped = false
  let last: unknown
  for await (const news of trial) {
    last = news
    if (news.is !== 'saying' || stopped) continue
    stopped = true
    await api.client.workspace.stopAll({ hangUp: false })
  }
  expect(stopped).toBe(true)
  expect(last).toEqual({ is: 'ended', by: 'person', trouble: null })
  expect((await rest()).at(-1)).toMatchObject({
    steps: expect.arrayContaining([
      { layer: 'call', ok: false, text: '“Pause everything” ended the call before anybody answered.' },
    ]),
  })
  expect(called()).toMatchObject([{ endedBy: 'cancel' }])
})

/** Two tests may run at once over this one. */
const wide = () => ({
  id: trunk.id,
  name: trunk.name,
  settings: {
    ...trunkDefaults,
    host: trunk.host,
    port: trunk.port,
    numberFormat: trunk.numberFormat,
    maxCalls: 2,
  },
  password: null,
})
const wishFor = (to: string): TestCallWish => ({ to, country: 'DE', callerId: shown, language: 'en' })

test('one telephone, one call: no second test rings where the first one does', async () => {
  const first = await testCall(api.services, wide(), wishFor(nobody))
  for await (const news of first) {
    if (news.is !== 'now' || news.stage !== 'ringing') continue
    expect(await refusalOf(testCall(api.services, wide(), wishFor(nobody)))).toMatchObject({
      code: 'number_busy',
      field: 'to',
    })
    break
  }
  await expect.poll(() => called()).toMatchObject([{ endedBy: 'cancel' }])
})

test('one telephone, one call: a test gives way to a call that began while its sentence was spoken, and leaves nothing behind', async () => {
  const { change, db } = api.services
  let begun = false
  const meanwhile: typeof change = async work => {
    // The second `change` is the one before the INVITE leaves.
    if (begun) await addElsewhere()
    begun = !begun
    return change(work)
  }
  const addElsewhere = () =>
    addTestCall(db, { subject: 'trunk 9', name: 'Elsewhere', to: nobody as E164, facts: {} as SendingFacts })
  const news = testCall({ ...api.services, change: meanwhile }, wide(), wishFor(nobody))
  expect(await refusalOf(news.then(tell))).toMatchObject({ code: 'number_busy' })
  expect(called()).toEqual([])
  expect(await db.selectFrom('test_calls').select('name').execute()).toEqual([{ name: 'Elsewhere' }])
  await db.deleteFrom('test_calls').execute()
  expect((await noted())[0]?.notes).toContainEqual({
    name: 'outcome',
    value: expect.stringContaining('going on right now'),
  })
})

test('campaigns go first: no test call where all channels are in use', async () => {
  const running = (engine: RunningCalls['engine']): RunningCalls => ({ engine })
  const config = { id: trunk.id, name: '', password: null, settings: trunkDefaults }
  const full = (is: 'trunk-full' | 'workspace-full') =>
    refusalOf(channelFor(running({ takeChannel: async () => ({ is, allowed: 7 }) }), config))
  expect(await full('trunk-full')).toMatchObject({ code: 'trunk_full', what: expect.stringContaining('7') })
  expect(await full('workspace-full')).toMatchObject({ code: 'workspace_full' })
})
