import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mustBeFree, type RunningCalls } from '../../src-main/api/test-call-refusals.ts'
import type { TestCallNews, TestCallWish, TrunkForm } from '../../src-main/contract/lines.ts'
import type { E164, TrunkId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
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
    { ...trunk, ...form, call: { to: '030 23125110', country: 'DE', callerId: shown, ...call } },
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
  expect(told.slice(0, -1)).toEqual(['calling', 'ringing', 'answered'].map(stage => ({ is: 'now', stage })))
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
  for (const table of ['calls', 'contacts', 'leads'] as const)
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
      call: { to: '+49 30 23125 101', country: 'DE', callerId: null },
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

test('who leaves hangs up', async () => {
  const leave = new AbortController()
  const news = await ask({ to: '+493023125302' }, {}, leave.signal)
  for await (const one of news) if (one.is === 'now' && one.stage === 'ringing') break
  await expect.poll(() => called()[0]?.endedBy).toBe('cancel')
  await expect
    .poll(async () => (await noted())[0]?.notes)
    .toContainEqual({ name: 'outcome', value: 'The call was ended from here before anybody answered.' })
})

test('campaigns go first: no test call to a telephone that they call, nor over a trunk that they fill', () => {
  const to = '+493023125110' as E164
  const calls = (call: { to: string; trunk: number }) =>
    ({ engine: { activeCalls: () => [call] } }) as unknown as RunningCalls
  const config = { id: trunk.id, name: '', password: null, settings: { ...trunkDefaults, maxCalls: 1 } }
  expect(() => mustBeFree(calls({ to, trunk: trunk.id + 1 }), config, to)).toThrow('A campaign is calling')
  expect(() => mustBeFree(calls({ to: '+4930', trunk: trunk.id }), config, to)).toThrow('carries 1 calls')
  expect(() => mustBeFree(calls({ to: '+4930', trunk: trunk.id + 1 }), config, to)).not.toThrow()
})
